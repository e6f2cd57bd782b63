import { DIRECTORY_TOPIC, type PostEntry } from '@minh-bach/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Message, MessageHandler } from '@minh-bach/messaging';
import {
  ServiceRuntime,
  contextOfSystem,
  publicationOf,
  type Infrastructure,
  type ServiceDefinition,
} from '@minh-bach/platform';
import {
  expectRebuildsEqualLive,
  testInfrastructure,
  type TestInfrastructure,
} from '@minh-bach/platform/specs';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import fc from 'fast-check';
import { person, post, unit } from './directory.fixture.ts';
import { directoryService } from './directory.service.ts';
import { entryDecider } from './domain/entry.decider.ts';
import type { Entry } from './domain/entry.events.ts';
import { streamOf } from './change-directory/change-entry.ts';

const POSTS = ['mot', 'hai', 'ba'];
const PEOPLE = ['an', 'binh', 'cuc'];
const day = (n: number) => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10);
const days = Array.from({ length: 32 }, (_, n) => day(n));

const assignment = fc
  .tuple(
    fc.constantFrom(...POSTS),
    fc.constantFrom(...PEOPLE),
    fc.nat(30),
    fc.option(fc.nat(30), { nil: null }),
  )
  .map(([id, who, from, more]): PostEntry => ({
    ...post,
    id,
    person: who,
    from: day(from),
    to: more === null ? null : day(from + more),
  }));
/** Which message comes next, and how many of its stream's were forgotten and come again. */
const order = fc.array(fc.tuple(fc.nat(), fc.nat(3)), { minLength: 60, maxLength: 60 });

/** A service that hears the directory when the spec says so. */
class Listener {
  readonly service: ServiceRuntime;
  readonly #handle: MessageHandler;

  private constructor(service: ServiceRuntime, handle: MessageHandler) {
    this.service = service;
    this.#handle = handle;
  }

  static async start(name: string, infrastructure: Infrastructure): Promise<Listener> {
    let handle: MessageHandler | undefined;
    const service = await ServiceRuntime.create(listening(name), {
      ...infrastructure,
      messaging: {
        async consume({ group, handler }) {
          handle = handler;
          return {
            group,
            check: () => undefined,
            lateSince: () => undefined,
            stop: async () => undefined,
          };
        },
        close: async () => undefined,
      },
    });
    await service.onApplicationBootstrap();
    return new Listener(service, handle!);
  }

  /** In order within a stream, in any order between streams, at least once. */
  async hears(messages: ReadonlyMap<string, readonly Message[]>, order: [number, number][]) {
    const next = new Map([...messages.keys()].map((stream) => [stream, 0]));
    for (const [pick, again] of order) {
      const streams = [...next.keys()];
      const stream = streams[pick % streams.length]!;
      const from = Math.max(0, next.get(stream)! - again);
      const run = messages.get(stream)!.slice(from, next.get(stream)! + 1);
      for (const message of run) await this.#handle(message);
      next.set(stream, from + run.length);
    }
    for (const [stream, from] of next)
      for (const message of messages.get(stream)!.slice(from)) await this.#handle(message);
  }
}

const listening = (name: string): ServiceDefinition => ({
  name,
  events: [],
  topics: [],
  entities: [],
  projections: [],
});

let database: TestDatabase;
let infra: TestInfrastructure;
let directory: ServiceRuntime;
let listeners: Listener[];
let recorded = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  infra = await testInfrastructure({
    databaseUrl: database.url,
    publications: [],
    now: '2026-10-15T02:00:00.000Z',
  });
  directory = await ServiceRuntime.create(directoryService, infra.infrastructure);
  await directory.onApplicationBootstrap();
  listeners = [];
  for (const name of ['one', 'other'])
    listeners.push(await Listener.start(name, infra.infrastructure));
  const known = [unit, ...PEOPLE.map((id): Entry => ({ ...person, id, subject: id }))];
  const messages = await record(known);
  for (const listener of listeners) await listener.hears(messages, []);
});
afterAll(async () => {
  for (const service of services()) {
    await service.beforeApplicationShutdown();
    await service.onApplicationShutdown();
  }
  await infra.close();
  await database.drop();
});

const services = () => [directory, ...listeners.map(({ service }) => service)];

/** The directory's decisions, as the messages that each stream sends. */
async function record(entries: readonly Entry[]): Promise<Map<string, Message[]>> {
  const messages = new Map<string, Message[]>();
  for (const entry of entries) {
    const stream = streamOf(entry);
    const { events } = await directory.run({
      decider: entryDecider,
      stream,
      command: { type: 'RecordEntry', entry },
      context: contextOfSystem(directory.secret, 'spec', String(recorded++)),
    });
    const told = events.map((event): Message => ({
      id: event.id,
      topic: DIRECTORY_TOPIC,
      ...publicationOf(directoryService)!.translate(event)!,
      source: { stream, revision: event.revision, previous: event.revision - 1 },
      correlationId: event.metadata.correlationId,
      causationId: event.id,
      occurredAt: event.metadata.occurredAt,
    }));
    messages.set(stream, [...(messages.get(stream) ?? []), ...told]);
  }
  return messages;
}

const tenuresOf = async ({ rights }: ServiceRuntime, run: string): Promise<unknown[]> => {
  await rights.waitFor(await infra.infrastructure.store.head());
  return rights.dataSource.query<unknown[]>(
    `SELECT post, unit, roles, person, valid_from::text AS since, valid_to::text AS until
       FROM org_tenures WHERE starts_with(post, $1) ORDER BY post, valid_from`,
    [run],
  );
};

describe('tenures of posts, after any reassignments told in any order, some of it twice', () => {
  it('are the same in the directory and in every service, with one holder a day at most', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(assignment, { minLength: 1, maxLength: 10 }),
        fc.tuple(order, order),
        async (assigned, orders) => {
          const run = `r${runs++}.`;
          const messages = await record(assigned.map((one) => ({ ...one, id: run + one.id })));
          await Promise.all(listeners.map((each, i) => each.hears(messages, orders[i]!)));

          const [own, ...replicas] = await Promise.all(
            services().map((service) => tenuresOf(service, run)),
          );
          expect(own!.length).toBeGreaterThan(0);
          for (const replica of replicas) expect(replica).toEqual(own);
          const [{ most } = { most: '0' }] = await directory.rights.dataSource.query<
            { most: string }[]
          >(
            `SELECT max(held) AS most FROM (SELECT count(*) AS held FROM unnest($1::date[]) day
              JOIN org_tenures t ON t.valid_from <= day AND (t.valid_to IS NULL OR t.valid_to >= day)
             WHERE starts_with(t.post, $2) GROUP BY day, t.post) AS a_day`,
            [days, run],
          );
          expect(Number(most)).toBe(1);
          const last = new Map(assigned.map((one) => [one.id, one]));
          for (const [id, { from, person: holder }] of last)
            for (const { organisation } of services())
              expect(await organisation.holderOf(run + id, from)).toBe(holder);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are those that a rebuild makes, in the directory and in every service', async () => {
    for (const service of services()) await expectRebuildsEqualLive(service);
  });
});
