import { DIRECTORY_TOPIC, type DirectoryEntryV1, type Topic } from '@minh-bach/contracts';
import type { EventStore } from '@minh-bach/event-store';
import type { Limits } from '@minh-bach/http';
import type { DomainEvent, RecordedEvent, SettableClock } from '@minh-bach/kernel';
import { eventually } from '@minh-bach/testing';
import { readStream } from '../commands/read-stream.ts';
import type { ServiceDefinition } from '../service/service-definition.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { Neighbours, neighbour } from './neighbours.ts';
import { testInfrastructure } from './test-infrastructure.ts';

export interface TestService {
  readonly service: ServiceRuntime;
  readonly neighbours: Neighbours;
  readonly clock: SettableClock;
  /** What stands in a stream, sealed. */
  events<E extends DomainEvent>(stream: string): Promise<readonly RecordedEvent<E>[]>;
  /** What this service made of its neighbours' news: its stream holds so many events. */
  heard(stream: string, events: number): Promise<void>;
  /** The rows hold all that the log holds of this service. */
  caughtUp(): Promise<void>;
  /** The service has noted these entries, and its rows show them. */
  knows(entries: readonly DirectoryEntryV1[]): Promise<void>;
  close(): Promise<void>;
}

/** For specs: one service on a database, running as in an app, with neighbours that speak by the log. */
export async function startTestService(
  definition: ServiceDefinition,
  {
    databaseUrl,
    now,
    limits = {},
    store: elsewhere,
  }: {
    readonly databaseUrl: string;
    readonly now: string;
    readonly limits?: Partial<Limits>;
    /** Where the log is not in the database. */
    readonly store?: EventStore;
  },
): Promise<TestService> {
  const topics: Topic[] = [DIRECTORY_TOPIC, ...(definition.topics as Topic[])];
  const { infrastructure, clock, close } = await testInfrastructure({
    databaseUrl,
    publications: topics.map(neighbour),
    now,
    ...(elsewhere !== undefined && { store: elsewhere }),
  });
  const service = await ServiceRuntime.create(definition, {
    ...infrastructure,
    limits: { ...infrastructure.limits, ...limits },
  });
  await service.onApplicationBootstrap();
  const { store } = infrastructure;
  const neighbours = new Neighbours(store, clock);
  const told = new Map<string, number>();
  const streamOf = ({ kind, id }: DirectoryEntryV1) => `${definition.name}.directory-${kind}.${id}`;
  const caughtUp = async () => {
    const head = await store.head();
    await Promise.all([service.rights.waitFor(head), service.lists.waitFor(head)]);
  };
  return {
    service,
    neighbours,
    clock,
    caughtUp,
    events: (stream) => readStream(store, service.registry, stream),
    async heard(stream, events) {
      await eventually(() => holds(store, stream, events));
      await caughtUp();
    },
    async knows(entries) {
      for (const entry of entries) told.set(streamOf(entry), (told.get(streamOf(entry)) ?? 0) + 1);
      await neighbours.tellDirectory(entries);
      await eventually(() =>
        Promise.all([...told].map(async ([stream, times]) => holds(store, stream, times))),
      );
      await caughtUp();
    },
    async close() {
      await service.beforeApplicationShutdown();
      await service.onApplicationShutdown();
      await close();
    },
  };
}

async function holds(store: EventStore, stream: string, atLeast: number): Promise<void> {
  let found = 0;
  for await (const _ of store.readStream(stream)) found += 1;
  if (found < atLeast) throw new Error(`${stream} holds ${found} of ${atLeast} events`);
}
