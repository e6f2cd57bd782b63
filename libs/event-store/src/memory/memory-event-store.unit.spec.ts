import { describeEventStore } from '../conformance/index.ts';
import { createMemoryEventStore } from './memory-event-store.ts';

describeEventStore('memory', () => {
  const store = createMemoryEventStore();
  return Promise.resolve({ store, close: () => store.close() });
});
