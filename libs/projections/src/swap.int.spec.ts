import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { applyBatch } from './apply-batch.ts';
import { takeOver } from './checkpoint.ts';
import { settingsOf } from './options.ts';
import { createReadModel, type ReadModel } from './read-model.ts';
import { eventually, gate } from './specs/eventually.ts';
import { moves, rowsOf, worklistOptions } from './specs/worklist.ts';
import type { RebuildProgress } from './status.ts';

// Bounds a wait that never ends; the machine may be busy.

let database: TestDatabase;
let store: EventStore;
let model: ReadModel;

beforeEach(async () => {
  database = await createTestDatabase();
  store = createMemoryEventStore();
  model = await createReadModel(worklistOptions(database.url, store));
});

afterEach(async () => {
  await model.close();
  await database.drop();
});

const beforeSwap = (phase: RebuildProgress['phase']) =>
  phase === 'swapping' ? moves(store, '2') : undefined;

describe('a swap', () => {
  it('reaches connections that are open, prepared statements and pools', async () => {
    model.start();
    await model.waitFor(await moves(store, '1'));
    const client = new pg.Client({
      connectionString: database.url,
      options: '-c search_path=triage',
    });
    await client.connect();
    const ask = () => client.query({ name: 'all', text: 'SELECT tableoid, touched FROM worklist' });
    for (let i = 0; i < 7; i++) await ask();
    const before = (await ask()).rows;
    await model.rebuild();
    const after = (await ask()).rows;
    await client.end();

    expect(after).toMatchObject([{ touched: 1 }]);
    expect(after).not.toEqual(before);
  });

  it('comes with what was written until it began', async () => {
    model.start();
    await model.waitFor(await moves(store, '1'));
    await model.stop();
    let late: Promise<string> | undefined;
    await model.rebuild({ onProgress: ({ phase }) => void (late ??= beforeSwap(phase)) });
    await model.waitFor((await late) ?? '', { timeoutMs: 0 });
    expect(await rowsOf(model)).toMatchObject([{ touched: 1 }, { number: '2' }]);
  });

  it('leaves behind whoever was taking over while it renamed', async () => {
    const position = await moves(store, '1');
    const settings = settingsOf(worklistOptions(database.url, store));
    const { open: letGo, opened } = gate();
    const head = store.head.bind(store);
    let asked = 0;
    store.head = async () => {
      if (++asked === 2) await opened;
      return head();
    };

    const rebuilding = model.rebuild();
    await eventually(() => expect(asked).toBe(2));
    const taking = takeOver(model.dataSource);
    await eventually(async () =>
      expect(
        await model.dataSource.query(`SELECT FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`),
      ).toHaveLength(1),
    );
    letGo();
    const zombie = await taking;
    await rebuilding;

    await expect(
      applyBatch(model.dataSource, settings, zombie, { events: [], position }),
    ).rejects.toMatchObject({ code: 'FENCED' });
    expect(await rowsOf(model)).toMatchObject([{ touched: 1 }]);
  });
});
