import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import {
  capabilities,
  createTestDatabase,
  describeWith,
  sharedKafka,
  type TestDatabase,
} from '@minh-bach/testing';
import { Partitioners } from 'kafkajs';
import net from 'node:net';
import pg from 'pg';
import { BrokerProxy } from '../conformance/broker-proxy.ts';
import { messageOf, unique, until } from '../conformance/fixture.ts';
import { startKafkaHarness, type KafkaHarness } from '../conformance/kafka-harness.ts';
import type { Consumer, Message, Messaging } from '../messaging.ts';
import { createKafka } from './kafka-client.ts';
import { sharedSecret } from './message-authentication.ts';
import { TopicProducer } from './topic-producer.ts';
import { encode, type WireMessage } from './wire.ts';

let database: TestDatabase;
let pool: pg.Pool;
let brokers: readonly string[];

beforeAll(async () => {
  if (!capabilities.kafka) return;
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
  ({ brokers } = await sharedKafka());
}, 120_000);
afterAll(async () => {
  await pool?.end();
  await database?.drop();
});

describeWith('kafka', 'Kafka adapter under faults', () => {
  let harness: KafkaHarness;
  let group: string;
  let messaging: Messaging[];
  let cleanUp: (() => unknown)[];
  let calls: string[];
  let effects: Set<string>;
  let behaviour: (message: Message) => unknown;

  const at = ({ source }: Message) => `${source.stream}@${source.revision}`;
  const consume = async (options: { stuckAfterMs?: number } = {}): Promise<Consumer> => {
    const opened = harness.open({ inboxOf: (g) => harness.inboxOf(g), ...options });
    messaging.push(opened);
    return opened.consume({
      group,
      topics: [harness.topic],
      handler: async (message) => {
        await behaviour(message);
        calls.push(at(message));
        effects.add(message.id);
      },
    });
  };
  const put = async (...messages: (Omit<WireMessage, 'headers'> & { headers?: object })[]) => {
    const producer = harness.kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
    await producer.connect();
    for (const message of messages)
      await producer.send({
        topic: harness.topic,
        messages: [{ ...message, headers: { ...message.headers } }],
      });
    await producer.disconnect();
  };
  const signed = (message: Message) => encode(message, harness.authentication);
  const mine = (stream: string, revision: number, previous?: number | null) =>
    messageOf(`${harness.prefix}${stream}`, revision, previous);

  beforeEach(async () => {
    harness = await startKafkaHarness(brokers, pool, database.url);
    [group, messaging, calls, effects] = [unique('group'), [], [], new Set()];
    behaviour = () => undefined;
    cleanUp = [];
  });
  afterEach(async () => {
    harness.mend();
    await Promise.all(messaging.map((m) => m.close()));
    await harness.close();
    for (const each of cleanUp) await each();
  });

  it('lets a message after a gap wait until what is missing comes', async () => {
    await put(signed(mine('s', 0)), signed(mine('s', 2, 1)), signed(mine('other', 0)));
    await consume();
    const inbox = harness.inboxOf(group);
    await until(async () => calls.length === 2 && (await inbox.list()).length === 1);
    expect(await inbox.list()).toMatchObject([{ state: 'waiting', reason: 'GAP', count: 1 }]);

    await put(signed(mine('s', 1)));
    await until(() => calls.length === 4);
    expect(calls.filter((c) => c.startsWith(`${harness.prefix}s@`))).toEqual(
      [0, 1, 2].map((r) => `${harness.prefix}s@${r}`),
    );
  });

  it('puts aside whatever no relay wrote, and it touches no stream', async () => {
    const true0 = signed(mine('s', 0));
    const { headers } = true0;
    const forged = (change: object) => {
      const { value } = signed({ ...mine('s', 0), ...change });
      return { key: true0.key, value, headers };
    };
    const strange = sharedSecret(Buffer.alloc(32, 8));
    const stream = `${harness.prefix}s`;
    await put(
      { key: stream, value: Buffer.from('{"no json'), headers },
      { key: stream, value: true0.value },
      encode(mine('s', 0), strange),
      forged({ source: { stream, revision: Number.MAX_SAFE_INTEGER, previous: null } }),
      forged({ id: 'another' }),
      forged({ type: 'Other' }),
      forged({ causationId: 'another' }),
      { ...true0, key: `${harness.prefix}other` },
      // A mark that no text column takes.
      { ...true0, headers: { mac: `${true0.headers.mac}\0` } },
      // Signed, and wrong all the same: from a relay that is not this version's.
      signed({ ...mine('s', 0), type: 'NotInTheContracts' }),
      signed({ ...mine('s', 0), data: { n: 'one' } }),
      signed({ ...mine('s', 0), id: 'another' }),
      signed({ ...mine('s', 3), source: { stream, revision: 3, previous: 3 } }),
      signed({ ...mine('s', 0), source: { stream: 'elsewhere.s', revision: 0, previous: null } }),
      true0,
      signed(mine('s', 1)),
    );
    await consume();
    await until(() => calls.length === 2);

    expect(calls).toEqual([`${stream}@0`, `${stream}@1`]);
    const inbox = harness.inboxOf(group);
    await until(async () => (await inbox.deadLetters()).length === 14);
    expect(await inbox.list()).toEqual([]);
    const codes = (await inbox.deadLetters()).map(({ code }) => code).toSorted();
    expect(codes).toEqual([
      'FORGED_FIELDS',
      'FORGED_FIELDS',
      'FORGED_KEY',
      'INVALID_DATA',
      'NOT_AN_ENVELOPE',
      ...Array<string>(8).fill('NOT_AUTHENTIC'),
      'UNKNOWN_MESSAGE_TYPE',
    ]);
  });

  it('loses nothing and has no second effect while members join, leave and die', async () => {
    const total = 990;
    let next = 0;
    const more = (count: number) => {
      for (const end = next + count; next < end; next += 1)
        harness.append(`${harness.prefix}s-${next % 30}`, next);
    };
    behaviour = () => new Promise((resolve) => setTimeout(resolve, 2));
    const reached = (count: number) => until(() => effects.size >= count, { withinMs: 40_000 });

    more(300);
    const first = await consume();
    await reached(60);
    const second = await consume();
    more(300);
    await reached(360);
    await first.stop();
    more(300);
    await reached(660);
    const third = await consume();
    await reached(700);
    // Dies for the group: it is thrown out when its session ends, 6 s later.
    harness.cutOnly(messaging.length - 2);
    more(90);
    await reached(total);
    third.check();
    harness.mend();
    await second.stop();

    expect(effects.size).toBe(total);
    for (let s = 0; s < 30; s += 1) {
      const stream = `${harness.prefix}s-${s}`;
      const firsts = [...new Set(calls.filter((call) => call.startsWith(`${stream}@`)))];
      expect(firsts).toEqual(Array.from({ length: total / 30 }, (_, r) => `${stream}@${r}`));
    }
  }, 90_000);

  it('has one relay at a time, and another one takes over where it stopped', async () => {
    harness.relay();
    harness.append(`${harness.prefix}s`, 0);
    await consume();
    await until(() => calls.length === 1);
    const active = () => harness.relays.filter((relay) => relay.active);
    expect(active()).toHaveLength(1);
    for (const relay of harness.relays) relay.check();

    await active()[0]?.stop();
    harness.append(`${harness.prefix}s`, 1);
    await until(() => calls.length === 2);
    expect(active()).toHaveLength(1);
    expect(calls).toEqual([0, 1].map((r) => `${harness.prefix}s@${r}`));
  });

  it('sends again what was acknowledged but not noted, under the same ids and links', async () => {
    harness.append(`${harness.prefix}s`, 0);
    harness.append(`${harness.prefix}s`, 1);
    const noted = () => pool.query(`SELECT FROM ${harness.service}_relay.position`);
    await until(async () => (await noted().catch(() => undefined))?.rowCount === 1);
    await harness.repeatEverything(group);
    harness.append(`${harness.prefix}s`, 2);
    await consume();

    await until(() => calls.length === 3);
    const dropped = () => harness.seen.filter((event) => event.kind === 'dropped').length;
    await until(() => dropped() === 2);
    expect(calls).toEqual([0, 1, 2].map((r) => `${harness.prefix}s@${r}`));
  });

  it('moves the checkpoint of the relay only over what was acknowledged', async () => {
    await harness.relays[0]?.stop();
    const position = async () =>
      (await pool.query(`SELECT position FROM ${harness.service}_relay.position`)).rows;
    const before = await position();
    const proxy = await BrokerProxy.before(Number(brokers[0]?.split(':')[1]));
    cleanUp.push(() => proxy.cut());
    proxy.holdProduce = () => undefined;
    const broken = createKafka({
      brokers: [...brokers],
      socketFactory: ({ onConnect }) => net.connect(proxy.port, '127.0.0.1', onConnect),
      requestTimeout: 500,
    });
    const relay = harness.relay({ kafka: broken, stuckAfterMs: 500 });
    harness.append(`${harness.prefix}s`, 0);
    await until(() => {
      try {
        relay.check();
        return false;
      } catch {
        return relay.active;
      }
    });
    expect(await position()).toEqual(before);

    proxy.holdProduce = undefined;
    await consume();
    await until(() => calls.length === 1);
    await until(async () => JSON.stringify(await position()) !== JSON.stringify(before));
  });

  it('notes in the group how far it got', async () => {
    for (let n = 0; n < 20; n += 1) harness.append(`${harness.prefix}s-${n}`, n);
    await consume();
    await until(() => calls.length === 20);
    const admin = harness.kafka.admin();
    cleanUp.push(() => admin.disconnect());
    await admin.connect();
    await until(async () => {
      const [topic] = await admin.fetchOffsets({ groupId: group, topics: [harness.topic] });
      const offsets = topic?.partitions.map(({ offset }) => Math.max(0, Number(offset))) ?? [];
      return offsets.reduce((sum, offset) => sum + offset, 0) === 20;
    });
  });

  it('stops only the partition of a failure that may pass', async () => {
    const { topic } = harness;
    const { partitionOf } = new TopicProducer({ kafka: harness.kafka, topic, partitions: 3 });
    const streams = Array.from({ length: 20 }, (_, n) => `${harness.prefix}s-${n}`);
    const [bad = ''] = streams;
    const others = streams.filter((stream) => partitionOf(stream) !== partitionOf(bad));
    let down = true;
    behaviour = ({ source }) => {
      if (down && source.stream === bad) throw new Error('away');
    };
    for (const stream of streams) harness.append(stream, 1);
    const consumer = await consume({ stuckAfterMs: 1_500 });
    await until(() => others.every((stream) => calls.includes(`${stream}@0`)));
    await until(() => {
      // The others get on all the time, and do not hide that one does not.
      for (const stream of others) harness.append(stream, 2);
      try {
        consumer.check();
        return false;
      } catch {
        return true;
      }
    });
    down = false;
    await until(() => calls.includes(`${bad}@0`));
  });

  it('goes on with another relay when the connection with the lease is lost', async () => {
    harness.append(`${harness.prefix}s`, 0);
    await consume();
    await until(() => calls.length === 1);
    await pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
       WHERE locktype = 'advisory' AND pid <> pg_backend_pid() AND database =
         (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    harness.append(`${harness.prefix}s`, 1);
    await until(() => calls.length === 2);
    expect(calls).toEqual([0, 1].map((r) => `${harness.prefix}s@${r}`));
  });
});
