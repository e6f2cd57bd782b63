import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createMemoryEventStore,
  createPostgresEventStore,
  type EventStore,
} from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { AdvisoryLock, locksOf } from './advisory-lock.ts';
import { expectRebuildEqualsLive } from './compare.ts';
import type { ReadModelOptions } from './options.ts';
import { createReadModel, type ReadModel } from './read-model.ts';
import { eventually } from './specs/eventually.ts';
import { dataOf, eventOf, moves, rowsOf, worklist, worklistOptions } from './specs/worklist.ts';
import type { EntityManager } from 'typeorm';

let database: TestDatabase;
let store: EventStore;
let open: ReadModel[];

const readModel = async (options: Partial<ReadModelOptions> = {}): Promise<ReadModel> => {
  const made = await createReadModel({ ...worklistOptions(database.url, store), ...options });
  open.push(made);
  return made;
};

beforeEach(async () => {
  database = await createTestDatabase();
  store = createMemoryEventStore();
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map((model) => model.close()));
  await database.drop();
});

describe('a read model', () => {
  it('holds the rows of what happened before and after it started, of its own streams only', async () => {
    await moves(store, '1', 3);
    await moves(store, '9', 1, 'intake');
    const model = await readModel();
    model.start();
    await model.waitFor(await moves(store, '2'));

    expect(await rowsOf(model)).toMatchObject([
      { number: '1', state: 'S2', touched: 3 },
      { number: '2', state: 'S0', touched: 1 },
    ]);
  });

  it('goes on where it stopped', async () => {
    const first = await readModel();
    first.start();
    await first.waitFor(await moves(store, '1', 2));
    await first.close();

    const second = await readModel();
    second.start();
    await second.waitFor(await moves(store, '1'));
    expect(await rowsOf(second)).toMatchObject([{ number: '1', touched: 3 }]);
  });

  it('is made once by processes that start at once', async () => {
    const models = await Promise.all(Array.from({ length: 4 }, () => readModel({ poolSize: 1 })));
    expect(await rowsOf(models[0]!)).toEqual([]);
  });

  it('tells that it is late when asked for what it has not applied in time', async () => {
    const model = await readModel();
    const position = await moves(store, '1');
    await expect(model.waitFor(position, { timeoutMs: 50 })).rejects.toMatchObject({
      code: 'PROJECTION_LATE',
      details: { position },
    });
  });

  it('T2: shows old rows for no right, where another one holds its lease and moves nothing', async () => {
    const model = await readModel({ mayLagMs: 0 });
    const held = await AdvisoryLock.wait(database.url, locksOf(model.schema).runner);
    model.start();
    await eventually(() => model.status().state === 'standby');
    await moves(store, '1');
    await expect(model.recent()).rejects.toMatchObject({ code: 'PROJECTION_LATE' });
    await held.release();
    await eventually(() => model.status().caughtUp);
    await model.recent();
  });

  it('can be waited for where another process runs it', async () => {
    const [runner, reader] = [await readModel(), await readModel()];
    runner.start();
    await reader.waitFor(await moves(store, '1'));
    expect(await rowsOf(reader)).toHaveLength(1);
  });

  it("notes every now and then that others' events went by", async () => {
    const [runner, reader] = [await readModel(), await readModel()];
    runner.start();
    await eventually(async () =>
      reader.waitFor(await moves(store, '9', 1, 'intake'), { timeoutMs: 50 }),
    );
  });

  it("notes others' last event, too, when the log is quiet afterwards", async () => {
    const [runner, standby] = [await readModel(), await readModel()];
    runner.start();
    await eventually(() => expect(runner.status().caughtUp).toBe(true));
    standby.start();
    await runner.waitFor(await moves(store, '1'));
    // So soon after rows were written that no checkpoint is due yet; and then nothing more happens.
    await moves(store, '9', 1, 'intake');
    await eventually(() => standby.fresh());
    await standby.recent();
  });

  it('waits for the answer to a message of another service, and says what is pending', async () => {
    const sourced = await readModel({ sourceOf: (event) => dataOf(event).source });
    sourced.start();
    const [source, later] = [4, 5].map((revision) => ({ stream: 'intake.petition-1', revision }));
    await store.append('triage.petition-1', [eventOf({ number: '1', state: 'A', source })], 'none');

    await sourced.waitForSource({ stream: 'intake.petition-1', revision: 4 });
    const repeated = { stream: 'intake.petition-1', revision: 2 };
    const { position } = await store.append(
      'triage.petition-1',
      [eventOf({ number: '1', state: 'A', source: repeated })],
      0,
    );
    await sourced.waitFor(position);
    await expect(
      sourced.waitForSource(later ?? { stream: '', revision: 0 }, { timeoutMs: 50 }),
    ).rejects.toMatchObject({ code: 'SOURCE_PENDING', details: { revision: 5, seen: 4 } });
  });

  it('follows the log of the product through a cut of every connection', async () => {
    const log = await createPostgresEventStore({
      connectionString: database.url,
      mayLoseEventsInTests: true,
    });
    const model = await readModel({ store: log, batchSize: 10 });
    model.start();
    await model.waitFor(await moves(log, '1', 30));
    await model.dataSource
      .query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      )
      .catch(() => undefined);
    const last = await moves(log, '2', 30);
    await eventually(() => model.waitFor(last));

    expect(await rowsOf(model)).toMatchObject([{ touched: 30 }, { touched: 30 }]);
    await expectRebuildEqualsLive(model);
    await model.close();
    await log.close();
  });
});

describe('a read model that begins beside a log with a past', () => {
  it('counts as one of older code until its rows hold that past', async () => {
    const last = await moves(store, '1', 3);
    const model = await readModel();
    expect([await model.isCurrent(), await model.wasBuilt()]).toEqual([false, false]);
    await expect(model.fresh()).rejects.toMatchObject({ code: 'PROJECTION_LATE' });

    model.start();
    await model.renewed();
    await model.waitFor(last);
    await model.fresh();
    expect([await model.isCurrent(), await model.wasBuilt()]).toEqual([true, true]);
    expect(await rowsOf(model)).toMatchObject([{ number: '1', touched: 3 }]);
  });

  it('is current at once where only others have a past', async () => {
    await moves(store, '9', 1, 'intake');
    expect(await (await readModel()).isCurrent()).toBe(true);
  });
});

describe('rows that a list may show', () => {
  it('hold what the log held when they were asked for', async () => {
    const model = await readModel();
    model.start();
    for (const number of ['1', '2', '3']) {
      await moves(store, number);
      await model.fresh();
      expect(await rowsOf(model)).toHaveLength(Number(number));
    }
  });

  it('are refused at once, with the reason, where they stand still', async () => {
    const broken = { ...worklist(), apply: () => Promise.reject(new Error('a mistake')) };
    const model = await readModel({ projections: [broken] });
    model.start();
    const position = await moves(store, '1');
    await eventually(() => expect(model.status().state).toBe('failed'));
    const stopped = { code: 'READ_MODEL_STOPPED', details: { code: 'PROJECTION_FAILED' } };
    await expect(model.fresh({ timeoutMs: 600_000 })).rejects.toMatchObject(stopped);
    await expect(model.waitFor(position, { timeoutMs: 600_000 })).rejects.toMatchObject(stopped);
  });
});

describe('two read models of one service', () => {
  const both = async () => {
    const rights = await readModel();
    const lists = await readModel({ schema: 'triage_lists', prefix: 'triage.', behind: rights });
    for (const model of [rights, lists]) model.start();
    return { rights, lists };
  };

  it('are joined by one statement, each with its own checkpoint, through a rebuild of each', async () => {
    const { rights, lists } = await both();
    const last = await moves(store, '1', 2);
    const joined = async () => {
      await rights.waitFor(last);
      await lists.waitFor(last);
      return lists.dataSource.query(
        `SELECT l.touched, r.touched AS other FROM worklist l JOIN triage.worklist r USING (number)`,
      );
    };
    expect(await joined()).toEqual([{ touched: 2, other: 2 }]);
    await lists.rebuild();
    await rights.rebuild();
    expect(await joined()).toEqual([{ touched: 2, other: 2 }]);
    await expectRebuildEqualsLive(rights);
    await expectRebuildEqualsLive(lists);
  });

  it('do not let a projection of one read rows of the other', async () => {
    const rights = await readModel();
    const reads = {
      name: 'reads',
      version: 1,
      apply: async (_: unknown, manager: EntityManager) =>
        void (await manager.query('SELECT FROM worklist')),
    };
    const lists = await readModel({
      schema: 'triage_lists',
      prefix: 'triage.',
      behind: rights,
      entities: [],
      projections: [reads],
    });
    for (const model of [rights, lists]) model.start();
    await lists.waitFor(await moves(store, '1'));
    await expect(expectRebuildEqualsLive(lists)).rejects.toMatchObject({
      code: 'PROJECTION_FAILED',
      details: { projection: 'reads', sqlState: '42P01' },
    });
  });
});
