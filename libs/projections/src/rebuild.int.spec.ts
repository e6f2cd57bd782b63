import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { expectRebuildEqualsLive } from './compare.ts';
import type { ReadModelOptions } from './options.ts';
import type { Projection } from './projection.ts';
import { createReadModel, type ReadModel } from './read-model.ts';
import { eventually, gate } from './specs/eventually.ts';
import { moves, rowsOf, worklist, worklistOptions } from './specs/worklist.ts';
import type { RebuildProgress } from './status.ts';

let database: TestDatabase;
let store: EventStore;
let open: ReadModel[];

const readModel = async (options: Partial<ReadModelOptions> = {}): Promise<ReadModel> => {
  const made = await createReadModel({ ...worklistOptions(database.url, store), ...options });
  open.push(made);
  return made;
};

const running = async (options: Partial<ReadModelOptions> = {}): Promise<ReadModel> => {
  const model = await readModel(options);
  model.start();
  await eventually(() => expect(model.status().caughtUp).toBe(true));
  return model;
};

const schemas = async (model: ReadModel): Promise<string[]> => {
  const rows = await model.dataSource.query<{ name: string }[]>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'triage%' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
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

describe('a rebuild', () => {
  it('gives the rows that the live one has', async () => {
    for (let i = 0; i < 20; i++) await moves(store, String(i), 30);
    const model = await running({ batchSize: 50 });
    await expectRebuildEqualsLive(model);
    await model.rebuild();
    await expectRebuildEqualsLive(model);
    expect(await schemas(model)).toEqual(['triage']);
  });

  it('finds the row that no event explains', async () => {
    const model = await running();
    await model.waitFor(await moves(store, '1'));
    await model.dataSource.query(`UPDATE worklist SET state = 'changed by hand'`);
    await expect(expectRebuildEqualsLive(model)).rejects.toThrow(/changed by hand/);
  });

  it('shows how far it is, and from what to what it counts', async () => {
    const model = await running({ batchSize: 10 });
    await model.waitFor(await moves(store, '1', 45));
    const seen: RebuildProgress[] = [];
    await model.rebuild({ onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ done }) => done)).toEqual([10, 20, 30, 40, 45, 45, 45]);
    expect(seen.every(({ total }) => total === 45)).toBe(true);
    expect(seen.at(-1)?.phase).toBe('done');
  });

  it('shows everyone what they wrote, once, while people write and read', async () => {
    const model = await running({ batchSize: 20 });
    await model.waitFor(await moves(store, '0', 200));
    let busy = true;
    const person = async (number: string) => {
      let written = 0;
      for (; busy; written++) {
        await model.waitFor(await moves(store, number));
        const row = (await rowsOf(model)).find((each) => each.number === number);
        expect(row?.touched).toBe(written + 1);
      }
      return { number, touched: written };
    };
    const people = Promise.all(['1', '2', '3'].map(person));
    for (let i = 0; i < 3; i++) await model.rebuild();
    busy = false;

    const written = await people;
    expect(await rowsOf(model)).toMatchObject([{ number: '0', touched: 200 }, ...written]);
    expect(Math.min(...written.map(({ touched }) => touched))).toBeGreaterThan(3);
    await expectRebuildEqualsLive(model);
  });

  it('is started again after it was broken off', async () => {
    const model = await running({ batchSize: 10 });
    await model.waitFor(await moves(store, '1', 50));
    const broken = new AbortController();
    const onProgress = ({ done }: RebuildProgress) => void (done > 20 && broken.abort());
    await expect(model.rebuild({ signal: broken.signal, onProgress })).rejects.toThrow(/abort/i);
    expect(await schemas(model)).toEqual(['triage', 'triage_next']);

    await model.rebuild();
    expect(await rowsOf(model)).toMatchObject([{ number: '1', touched: 50 }]);
    expect(await schemas(model)).toEqual(['triage']);
  });

  it('is started again after its connections were cut', async () => {
    const model = await running({ batchSize: 10 });
    await model.waitFor(await moves(store, '1', 50));
    const cut = () =>
      model.dataSource.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'projections triage_%'
          AND application_name <> 'projections triage' AND pid <> pg_backend_pid()`);
    let cutting: Promise<unknown> | undefined;
    await expect(model.rebuild({ onProgress: () => void (cutting ??= cut()) })).rejects.toThrow();
    await cutting;

    await model.rebuild();
    await model.waitFor(await moves(store, '1'));
    expect(await rowsOf(model)).toMatchObject([{ number: '1', touched: 51 }]);
  });

  it('is refused while another one runs', async () => {
    const model = await running();
    await model.waitFor(await moves(store, '1'));
    let second: Promise<void> | undefined;
    await model.rebuild({
      onProgress: () => {
        second ??= expect(model.rebuild()).rejects.toMatchObject({ code: 'REBUILD_RUNNING' });
      },
    });
    await second;
  });
});

describe('new code', () => {
  const lowercase = (version: number) => worklist(version, (state) => state.toLowerCase());

  it('rebuilds by itself and serves the old rows meanwhile', async () => {
    const old = await running();
    await old.waitFor(await moves(store, '1', 2));
    await old.close();

    const { open: letGo, opened } = gate();
    const slow: Projection = {
      ...lowercase(2),
      async apply(batch, manager) {
        await opened;
        await lowercase(2).apply(batch, manager);
      },
    };
    const model = await readModel({ projections: [slow] });
    model.start();
    await eventually(async () => expect(await schemas(model)).toContain('triage_next'));
    expect(await rowsOf(model)).toMatchObject([{ state: 'S1', touched: 2 }]);
    expect(await model.isCurrent()).toBe(false);
    const asked = model.renewed().then(() => rowsOf(model));
    letGo();

    expect(await asked).toMatchObject([{ state: 's1', touched: 2 }]);
    await model.waitFor(await moves(store, '1'));
    expect(await rowsOf(model)).toMatchObject([{ state: 's0', touched: 3 }]);
    await eventually(() => expect(model.status().state).toBe('running'));
  });

  it('that cannot replace the rows keeps nobody waiting', async () => {
    await (await running({ projections: [lowercase(2)] })).close();
    const older = await readModel();
    older.start();
    await older.renewed();
    expect(() => older.check()).toThrow('READ_MODEL_STOPPED');
  });

  it('is stood by for: the old process goes on until the swap and stops then', async () => {
    const old = await running();
    await old.waitFor(await moves(store, '1'));
    const young = await readModel({ projections: [lowercase(2)] });
    young.start();
    await eventually(async () => {
      await moves(store, '2');
      expect(young.status().state).toBe('running');
    });
    await eventually(() =>
      expect(old.status().error).toMatchObject({ code: 'READ_MODEL_NEWER', act: 'operator' }),
    );
    await expectRebuildEqualsLive(young);
  });
});
