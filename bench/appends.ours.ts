import { createPostgresEventStore } from '@minh-bach/event-store';
import { openBenchVault, STREAM_LENGTH } from './appends.event.ts';
import type { Side } from './appends.side.ts';

/** Through the port, with sealing and the envelope, each append awaited by its writer. */
export async function oursOn(connectionString: string): Promise<Side> {
  const store = await createPostgresEventStore({ connectionString });
  const owners = Array.from({ length: 32 }, (_, i) => `D26-${10_000_000 + i}-0`);
  const vault = await openBenchVault(owners);
  let streams = 0;

  return {
    name: 'ours',
    async appendUntil(writer, over) {
      const owner = owners[writer]!;
      let appended = 0;
      while (!over()) {
        const stream = `bench.petition-${owner}-${streams++}`;
        let revision: number | undefined;
        while (!over() && (revision ?? 0) < STREAM_LENGTH - 1) {
          const event = await vault.sealedEvent(owner);
          ({ revision } = await store.append(stream, [event], revision ?? 'none'));
          appended += 1;
        }
      }
      return appended;
    },
    close: () => store.close(),
  };
}
