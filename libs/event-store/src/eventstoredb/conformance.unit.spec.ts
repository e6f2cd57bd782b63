import { expect, it } from '@jest/globals';
import { all, describeEventStore, eventData } from '../conformance/index.ts';
import { EngineError } from './engine.ts';
import { createEngineDouble } from './engine-double.fixture.ts';
import { EventStoreDbEventStore } from './eventstoredb-event-store.ts';

describeEventStore('EventStoreDB, as recorded', () => {
  const store = new EventStoreDbEventStore(createEngineDouble(), 'recorded');
  return Promise.resolve({ store, close: () => store.close() });
});

it('repeats an append whose answer was lost, and finds it stored once', async () => {
  const engine = createEngineDouble();
  let lose = 1;
  const store = new EventStoreDbEventStore(
    {
      ...engine,
      append: async (...args) => {
        const answer = await engine.append(...args);
        if (lose-- > 0) throw new EngineError('deadline-exceeded');
        return answer;
      },
    },
    'recorded',
  );
  expect(await store.append('a.1', [eventData()], 'none')).toMatchObject({ revision: 0 });
  lose = 99;
  await expect(store.append('a.1', [eventData()], 0)).rejects.toMatchObject({
    code: 'APPEND_AMBIGUOUS',
  });
  expect(await all(store.readStream('a.1'))).toHaveLength(2);
});
