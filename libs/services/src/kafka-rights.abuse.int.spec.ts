import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { kafkaRights, prepareKafka, type ServiceParts } from '@minh-bach/assembly';
import { createKafka, setAccessLists } from '@minh-bach/messaging';
import {
  capabilities,
  describeWith,
  eventually,
  startSignedInKafka,
  type SignedInKafka,
} from '@minh-bach/testing';
import { allParts } from './index.ts';

let services: readonly ServiceParts['service'][];
beforeAll(async () => {
  services = (await allParts()).map(({ service }) => service);
});

it('what docs/operations.md lets each user do at Kafka is what the services need', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/operations.md'), 'utf8');
  const told = [...text.matchAll(/^ *\| `(\w+)` +\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map(
    ([, user, ...cells]) => [user, ...cells.map((cell) => cell.match(/[\w.]+/g)?.toSorted() ?? [])],
  );
  const needed = kafkaRights(services).map(({ user, writes, reads, groups }) => [
    user,
    ...[writes, reads, groups].map((names) => names.toSorted()),
  ]);
  expect(told).toEqual(needed);
});

describeWith('ownKafka', 'T9, T25: the broker of docker-compose.yml, after mb prepare', () => {
  let kafka: SignedInKafka;
  const as = (user?: string) =>
    createKafka(user === undefined ? { brokers: [kafka.broker] } : kafka.connectionAs(user));
  const prepare = () => prepareKafka(kafka.connectionAs('operator'), services);

  beforeAll(async () => {
    if (!capabilities.ownKafka) return;
    kafka = await startSignedInKafka(['gateway', ...services.map(({ name }) => name)]);
    await prepare();
    await prepare();
  }, 120_000);
  afterAll(() => kafka?.remove(), 60_000);

  async function write(user: string | undefined, topic: string): Promise<void> {
    const producer = as(user).producer({ retry: { retries: 0 } });
    await producer.connect();
    try {
      await producer.send({ topic, messages: [{ value: 'x' }] });
    } finally {
      await producer.disconnect();
    }
  }

  it('lets nobody in without a name, or with a wrong password', async () => {
    await expect(write(undefined, 'intake.v1')).rejects.toThrow();
    const { brokers, sasl } = kafka.connectionAs('intake');
    const admin = createKafka({ brokers, sasl: { ...sasl, password: 'guessed' } }).admin();
    await expect(admin.connect()).rejects.toThrow(/[Aa]uthentication failed/);
    await admin.disconnect();
  }, 60_000);

  it('lets each service write its own topic, and no other one', async () => {
    const topics = kafkaRights(services).flatMap(({ writes }) => writes);
    expect(topics).toHaveLength(5);
    for (const { user, writes } of kafkaRights(services))
      for (const topic of topics)
        if (writes.includes(topic)) await eventually(() => write(user, topic));
        else await expect(write(user, topic)).rejects.toThrow(/[Nn]ot authorized/);
  }, 120_000);

  it('takes away what a user had besides', async () => {
    const more = { user: 'triage', writes: ['intake.v1'], reads: [], groups: [] };
    await setAccessLists(as('operator'), [], [more]);
    await eventually(() => write('triage', 'intake.v1'));
    await prepare();
    await eventually(async () =>
      expect(write('triage', 'intake.v1')).rejects.toThrow(/[Nn]ot authorized/),
    );
    await eventually(() => write('triage', 'triage.v1'));
  }, 60_000);

  it('keeps its users and their rights when it starts again', async () => {
    await kafka.kill();
    await kafka.up();
    await eventually(() => write('intake', 'intake.v1'));
    await expect(write('intake', 'triage.v1')).rejects.toThrow(/[Nn]ot authorized/);
  }, 60_000);
});
