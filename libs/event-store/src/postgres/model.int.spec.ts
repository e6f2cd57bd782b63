import { createTestDatabase } from '@minh-bach/testing';
import { isDomainError } from '@minh-bach/kernel';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { all, eventData, plain } from '../conformance/index.ts';
import { createMemoryEventStore } from '../memory/memory-event-store.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';
import type { EventStore, ExpectedRevision } from '../event-store.ts';

interface Step {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly { id: number; content: string }[];
}

const steps = fc.array(
  fc.record<Step>({
    stream: fc.constantFrom('a', 'b'),
    expected: fc.oneof(fc.constantFrom('none' as const, 'any' as const), fc.nat({ max: 4 })),
    events: fc.array(fc.record({ id: fc.nat({ max: 7 }), content: fc.constantFrom('x', 'y') }), {
      maxLength: 3,
    }),
  }),
  { maxLength: 14 },
);

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** What one step answers, without what only one of two logs can know. */
async function answer(store: EventStore, run: string, { stream, expected, events }: Step) {
  try {
    const data = events.map((event) => eventData(event.content, id(event.id)));
    const { revision } = await store.append(`${run}.${stream}`, data, expected);
    return { revision };
  } catch (error) {
    if (isDomainError(error)) return { code: error.code, details: error.details };
    throw error;
  }
}

it('answers and stores whatever the memory model does, step for step', async () => {
  const database = await createTestDatabase();
  const postgres = await createPostgresEventStore({
    connectionString: database.url,
    mayLoseEventsInTests: true,
  });
  const memory = createMemoryEventStore();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      const run = `run${runs++}`;
      for (const step of script)
        expect(await answer(postgres, run, step)).toEqual(await answer(memory, run, step));
      const prefixes = [`${run}.`];
      const inLog = async (store: EventStore) =>
        (await all(store.readAll({ prefixes }))).map((event) => ({
          ...plain(event),
          stream: event.stream,
          revision: event.revision,
        }));
      expect(await inLog(postgres)).toEqual(await inLog(memory));
    }),
    { numRuns: 60 },
  );
  await postgres.close();
  await database.drop();
}, 60_000);
