import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createPostgresEventStore, type EventStore } from '@minh-bach/event-store';
import { usualLimits, type RequestContext } from '@minh-bach/http';
import { ServiceRuntime } from '@minh-bach/platform';
import {
  ask,
  askedBy,
  organisation,
  startTestService,
  type TestService,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { petitionDecider } from '../domain/petition.decider.ts';
import { REGISTERED_AT, dung, register } from '../intake.fixture.ts';
import { intakeService } from '../intake.service.ts';
import { allowDisclosure } from './allow-disclosure.ts';
import { identityDisclosure } from './disclose-identity.ts';
import { disclosuresBy } from './disclosures-by.ts';

const MATTERS = [1, 2, 3, 4].map((n) => `D26-0000000${n}-0`);
const [FIRST, SECOND, THIRD] = MATTERS as [string, string, string];
const MINUTE = 60_000;

let database: TestDatabase;
let intake: TestService;
let otherStore: EventStore;
let one: ServiceRuntime;
/** Another process, as far as the log can tell: a store of its own. */
let two: ServiceRuntime;
let now = Date.parse(REGISTERED_AT);

beforeAll(async () => {
  database = await createTestDatabase();
  intake = await startTestService(intakeService, { databaseUrl: database.url, now: REGISTERED_AT });
  await intake.knows(organisation);
  for (const petition of MATTERS)
    await intake.service.run({
      decider: petitionDecider,
      stream: `intake.petition-${petition}`,
      command: register({ petition, receiptHash: petition }),
      context: askedBy(dung),
    });
  await intake.caughtUp();
  otherStore = await createPostgresEventStore({
    connectionString: database.url,
    mayLoseEventsInTests: true,
  });
  one = await withLimit({});
  two = await withLimit({ store: otherStore });
});
afterAll(async () => {
  await Promise.all([one, two].map((service) => service.onApplicationShutdown()));
  await otherStore.close();
  await intake.close();
  await database.drop();
});
beforeEach(() => later(2 * 60));

const withLimit = (over: Partial<ServiceRuntime['infrastructure']>, perHour = 2) =>
  ServiceRuntime.create(intakeService, {
    ...intake.service.infrastructure,
    ...over,
    limits: { ...usualLimits, MB_DISCLOSURES_PER_HOUR: perHour },
  });

function later(minutes: number): void {
  now += minutes * MINUTE;
  intake.clock.set(new Date(now));
}

const open = async (service: ServiceRuntime, number: string, context = askedBy(dung)) => {
  const purpose = 'contact-sender';
  return (await ask(service, identityDisclosure, number, { purpose }, context)).sender;
};
const disclosed = (number: string) => intake.events(`intake.disclosures-${number}`);
const refusedOf = async () =>
  (await intake.events(disclosuresBy('dung'))).filter(
    ({ event }) => event.type === 'DisclosureRefused',
  );
const limit = { code: 'DISCLOSURE_LIMIT' };

describe('the identities that a person opens in an hour', () => {
  it('are of no more matters than allowed, asked at once of two processes', async () => {
    const asked = MATTERS.flatMap((number) => [one, two].map((service) => ({ number, service })));
    const answers = await Promise.all(
      asked.map(({ number, service }) =>
        open(service, number).then(
          () => ({ number, code: 'open' }),
          (error: { code: string }) => ({ number, code: error.code }),
        ),
      ),
    );
    const opened = answers.filter(({ code }) => code === 'open').map(({ number }) => number);
    expect(new Set(opened).size).toBe(2);
    expect(opened).toHaveLength(4);
    expect(answers.filter(({ code }) => code === limit.code)).toHaveLength(4);
    for (const number of MATTERS)
      expect(await disclosed(number)).toHaveLength(opened.includes(number) ? 2 : 0);
    expect(await refusedOf()).toHaveLength(2);
  });

  it('may be asked for again, under the same key, when the hour is over', async () => {
    await open(one, FIRST);
    await open(one, SECOND);
    const [refused, before] = [askedBy(dung), (await refusedOf()).length];
    for (let i = 0; i < 2; i++)
      await expect(open(one, THIRD, refused)).rejects.toMatchObject({
        ...limit,
        details: { atMost: 2, seconds: expect.any(Number), minutes: expect.any(Number) },
      });
    expect(await refusedOf()).toHaveLength(before + 1);
    later(61);
    expect(await open(one, THIRD, refused)).toMatchObject({ name: 'Công ty Thử Nghiệm' });
  });

  it('are counted by person, whatever post is acted in', async () => {
    await open(one, FIRST);
    await open(one, SECOND, askedBy({ ...dung, role: 'head' }));
    const third = askedBy({ ...dung, role: 'classifier', deputyFor: 'binh' });
    await expect(open(one, THIRD, third)).rejects.toMatchObject(limit);
    await expect(open(one, THIRD, askedBy({ ...dung, person: 'binh' }))).resolves.toBeDefined();
  });

  it('are those of a head, too, where deputies open them: more deputies, no more hours', async () => {
    const forBinh = (who: string) =>
      askedBy({ person: who, role: 'head', unit: 'HQ-SM', deputyFor: 'binh' });
    await open(one, FIRST, forBinh('cuc'));
    await open(one, SECOND, forBinh('phuc'));
    for (const third of [forBinh('lan'), askedBy({ ...dung, person: 'binh' })])
      await expect(open(one, THIRD, third)).rejects.toMatchObject(limit);
    await expect(open(one, THIRD, askedBy({ ...dung, person: 'lan' }))).resolves.toBeDefined();
  });

  it('stay closed when it cannot be counted', async () => {
    const { store } = intake.service.infrastructure;
    const full: EventStore = Object.assign(Object.create(store) as EventStore, {
      append: (stream: string, ...rest: never) =>
        stream.startsWith('intake.disclosures-by-')
          ? Promise.reject(new Error('the log cannot grow'))
          : (store.append as (...all: unknown[]) => Promise<never>)(stream, ...(rest as unknown[])),
      readStream: store.readStream.bind(store),
    });
    const service = await withLimit({ store: full });
    const before = (await disclosed(FIRST)).length;
    await expect(open(service, FIRST)).rejects.toThrow('the log cannot grow');
    expect(await disclosed(FIRST)).toHaveLength(before);
    await service.onApplicationShutdown();
  });

  it('are not opened today on what was counted long ago', async () => {
    const context: RequestContext = askedBy(dung);
    const disclosure = { matter: FIRST, purpose: 'contact-sender' };
    await allowDisclosure(one, disclosure, context); // and then the process died
    later(61);
    await open(one, SECOND);
    later(61);
    const before = (await disclosed(FIRST)).length;
    await expect(open(one, FIRST, context)).rejects.toMatchObject({ code: 'DISCLOSURE_TOO_OLD' });
    expect(await disclosed(FIRST)).toHaveLength(before);
  });

  it('are counted by reading the last hour, however long somebody has been here', async () => {
    const { store } = intake.service.infrastructure;
    let read = 0;
    const counting: EventStore = Object.assign(Object.create(store) as EventStore, {
      append: store.append.bind(store),
      async *readStream(...[stream, options]: Parameters<EventStore['readStream']>) {
        for await (const event of store.readStream(stream, options)) {
          if (stream === disclosuresBy('dung')) read += 1;
          yield event;
        }
      },
    });
    const service = await withLimit({ store: counting });
    await open(service, FIRST);
    await open(service, FIRST);
    expect((await intake.events(disclosuresBy('dung'))).length).toBeGreaterThan(6);
    expect(read).toBe(1 + 2);
    await service.onApplicationShutdown();
  });
});
