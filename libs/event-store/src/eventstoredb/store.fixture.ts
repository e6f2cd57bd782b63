import { createEventStoreDbEventStore } from './create-eventstoredb-event-store.ts';
import { ServerDouble } from './double/server.fixture.ts';
import type { EventStoreDbEventStoreOptions } from './options.ts';

/** So short that no spec waits for what is to time out. */
export const QUICK = { answerWithinMs: 1_000, giveUpAfterMs: 5_000, pollMs: 50 };

/** The adapter on a server of its own, until `work` is done. */
export async function withStore(
  work: (
    store: Awaited<ReturnType<typeof createEventStoreDbEventStore>>,
    server: ServerDouble,
  ) => Promise<void>,
  options: Partial<EventStoreDbEventStoreOptions> = {},
): Promise<void> {
  const server = await ServerDouble.start();
  const store = await createEventStoreDbEventStore({
    connectionString: server.url,
    ...QUICK,
    ...options,
  });
  try {
    await work(store, server);
  } finally {
    await store.close();
    server.stop();
  }
}
