import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore } from '@minh-bach/event-store';
import { canonicalBytes, defineEvent, EventRegistry, type RecordedEvent } from '@minh-bach/kernel';
import { createReadModel, type Projection, type ReadModel } from '@minh-bach/projections';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { z } from 'zod';
import { DemoRow } from '../specs/demo-rows.ts';
import { foldRows } from './fold-rows.ts';

/** Six columns each: more parameters than one statement of PostgreSQL takes. */
const MANY = 12_000;

const named = defineEvent('Named', z.strictObject({ unit: z.string() }));

/** One event says something of many matters, as one that is merged or struck out may. */
const projection: Projection = {
  name: 'named',
  version: 1,
  apply: (batch, manager) =>
    foldRows<DemoRow>(
      manager,
      {
        entity: DemoRow,
        key: 'number',
        keyOf: (recorded) => (recorded as RecordedEvent & { about: string }).about,
        evolve: (row, { event, stream }) => ({
          number: row?.number ?? stream,
          gist: null,
          unit: (event as { data: { unit: string } }).data.unit,
          open: true,
          on: '2025-11-20',
          words: '',
          clocks: [],
          dueAt: new Date('2025-12-01T00:00:00Z'),
        }),
      },
      batch.flatMap((recorded) =>
        Array.from({ length: MANY }, (_, i) => ({
          ...recorded,
          stream: `D${i}`,
          about: `D${i}`,
        })),
      ),
    ),
};

describe('T26: an event that speaks of more matters than one statement can write', () => {
  let database: TestDatabase;
  let model: ReadModel;
  const store = createMemoryEventStore();
  beforeAll(async () => {
    database = await createTestDatabase();
    model = await createReadModel({
      ...{ url: database.url, schema: 'demo', store, projections: [projection] },
      entities: [DemoRow],
      registry: new EventRegistry([named]),
    });
    model.start();
  });
  afterAll(async () => {
    await model.close();
    await database.drop();
  });

  const append = async (unit: string) => {
    const { position } = await store.append(
      'demo.petition-1',
      [
        {
          id: randomUUID(),
          type: 'Named',
          data: canonicalBytes({ unit }),
          metadata: canonicalBytes({
            ...{ correlationId: 'c', causationId: 'c', commandId: 'c', requestHash: 'h' },
            ...{ actor: { person: 'p', role: 'r', unit: 'u' }, salt: 's', schemaVersion: 1 },
            occurredAt: '2025-11-20T02:00:00.000Z',
            recordedAt: '2025-11-20T02:00:00.000Z',
          }),
        },
      ],
      'any',
    );
    return position;
  };
  const unitsAndRows = () =>
    model.dataSource.query('SELECT unit, count(*)::int AS rows FROM demo_rows GROUP BY unit');

  it('stops nobody: its rows are written and read again in pieces', async () => {
    await model.waitFor(await append('HQ-1'), { timeoutMs: 20_000 });
    expect(await unitsAndRows()).toEqual([{ unit: 'HQ-1', rows: MANY }]);
    await model.waitFor(await append('HQ-2'), { timeoutMs: 20_000 });
    expect(await unitsAndRows()).toEqual([{ unit: 'HQ-2', rows: MANY }]);
  }, 60_000);
});
