import { createTestDatabase } from '@minh-bach/testing';
import { describeEventStore } from '../conformance/index.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';

describeEventStore('postgres', async () => {
  const database = await createTestDatabase();
  const options = { connectionString: database.url, mayLoseEventsInTests: true };
  const [store, other] = await Promise.all([
    createPostgresEventStore(options),
    createPostgresEventStore(options),
  ]);
  return {
    store,
    other,
    close: async () => {
      await store.close();
      await other.close();
      await database.drop();
    },
  };
});
