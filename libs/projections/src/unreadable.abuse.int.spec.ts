import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createMemoryEventStore, type EventStore } from '@minh-bach/event-store';
import type { RecordedEvent } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import type { Projection } from './projection.ts';
import { createReadModel, type ReadModel } from './read-model.ts';
import { eventOf, worklistOptions } from './specs/worklist.ts';

let database: TestDatabase;
let store: EventStore;
let model: ReadModel | undefined;

beforeEach(async () => {
  database = await createTestDatabase();
  store = createMemoryEventStore();
});
afterEach(async () => {
  await model?.close();
  await database.drop();
});

const unreadable = () => ({
  ...{ id: randomUUID(), type: 'T' },
  ...{ data: Buffer.from('{'), metadata: Buffer.from('{') },
});
const OTHERS = 'other.petition-';

/** A read model that follows other streams, what it was given of them, and what it said. */
async function following(more: Partial<Projection> = {}) {
  const applied: RecordedEvent[] = [];
  const lines: [fields: object, message: string][] = [];
  const follows: Projection = {
    name: 'followed',
    version: 1,
    follows: [OTHERS],
    apply: async (batch) => void applied.push(...batch),
    ...more,
  };
  const options = worklistOptions(database.url, store);
  const log = {
    info: () => undefined,
    error: (fields: object, message: string) => void lines.push([fields, message]),
  };
  model = await createReadModel({ ...options, projections: [follows], log });
  model.start();
  return { model, applied, lines };
}

async function appendEach(events: number, make: () => ReturnType<typeof unreadable>) {
  for (let i = 0; i < events; i += 1) await store.append(`${OTHERS}${i}`, [make()], 'none');
  return store.head();
}

describe('T8, T26: events of another service that nobody can read', () => {
  it('are one line in the log, and one with their number, however many they are', async () => {
    const { model: read, lines, applied } = await following();
    await read.waitFor((await appendEach(700, unreadable))!);
    expect(applied).toHaveLength(700);
    expect(lines).toEqual([[expect.objectContaining({ type: 'T', revision: 0 }), SAID]]);
    await read.close();
    expect(lines.slice(1)).toEqual([[expect.objectContaining({ count: 699 }), `${SAID}, again`]]);
  });
  const SAID = 'an event of another service is not readable';
});

describe('T26: what a follower knows to say nothing by its place', () => {
  it('is neither parsed nor applied', async () => {
    const skips = ({ revision }: { revision: number }) => revision > 0;
    const { model: read, lines, applied } = await following({ skips });
    await store.append(`${OTHERS}x`, [eventOf({ number: '1' })], 'none');
    await store.append(`${OTHERS}x`, [unreadable(), unreadable()], 'any');
    await read.waitFor((await store.head())!);
    expect(applied.map(({ revision }) => revision)).toEqual([0]);
    expect(lines).toEqual([]);
  });
});
