import { DIRECTORY_TOPIC, type DirectoryEntryV1, type Topic } from '@minh-bach/contracts';
import type { SettableClock } from '@minh-bach/kernel';
import type { ServiceDefinition } from '../service/service-definition.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { eventually } from './eventually.ts';
import { Neighbours, neighbour } from './neighbours.ts';
import { testInfrastructure } from './test-infrastructure.ts';

export interface TestService {
  readonly service: ServiceRuntime;
  readonly neighbours: Neighbours;
  readonly clock: SettableClock;
  /** The rows hold all that the log holds of this service. */
  caughtUp(): Promise<void>;
  /** The service has noted these entries, and its rows show them. */
  knows(entries: readonly DirectoryEntryV1[]): Promise<void>;
  close(): Promise<void>;
}

/** For specs: one service on a database, running as in an app, with neighbours that speak by the log. */
export async function startTestService(
  definition: ServiceDefinition,
  { databaseUrl, now }: { readonly databaseUrl: string; readonly now: string },
): Promise<TestService> {
  const topics: Topic[] = [DIRECTORY_TOPIC, ...(definition.topics as Topic[])];
  const { infrastructure, clock, close } = await testInfrastructure({
    databaseUrl,
    publications: topics.map(neighbour),
    now,
  });
  const service = await ServiceRuntime.create(definition, infrastructure);
  await service.onApplicationBootstrap();
  const { store } = infrastructure;
  const neighbours = new Neighbours(store, clock);
  const caughtUp = async () => service.readModel.waitFor(await store.head());
  return {
    service,
    neighbours,
    clock,
    caughtUp,
    async knows(entries) {
      await neighbours.tellDirectory(entries);
      await eventually(() =>
        Promise.all(
          entries.map(async ({ kind, id }) => {
            const stream = store.readStream(`${definition.name}.directory-${kind}.${id}`);
            for await (const _ of stream) return;
            throw new Error(`${kind} ${id} is not noted yet`);
          }),
        ),
      );
      await caughtUp();
    },
    async close() {
      await service.beforeApplicationShutdown();
      await close();
    },
  };
}
