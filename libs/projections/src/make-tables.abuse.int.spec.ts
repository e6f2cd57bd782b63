import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createMemoryEventStore, type EventStore } from '@minh-bach/event-store';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReadModelOptions } from './options.ts';
import { createReadModel, type ReadModel } from './read-model.ts';
import { eventually } from './specs/eventually.ts';
import { moves, rowsOf, worklist, worklistOptions } from './specs/worklist.ts';

/** As newer code has it: two columns less, one more. */
@Entity('worklist')
class NewerRow {
  @PrimaryColumn('text') number!: string;
  @Column('text') state!: string;
  @Column('text', { default: 'none' }) added!: string;
}

let database: TestDatabase;
let store: EventStore;
let models: ReadModel[];
let clients: pg.Client[];

beforeEach(async () => {
  database = await createTestDatabase();
  store = createMemoryEventStore();
  [models, clients] = [[], []];
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await Promise.all(models.map((model) => model.close()));
  await database.drop();
});

async function started(over: Partial<ReadModelOptions> = {}): Promise<ReadModel> {
  const model = await createReadModel({ ...worklistOptions(database.url, store), ...over });
  models.push(model);
  return model;
}
async function connected(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url, statement_timeout: 20_000 });
  await client.connect();
  clients.push(client);
  return client;
}
const columns = async (model: ReadModel): Promise<string[]> => {
  const rows = await model.dataSource.query<{ name: string }[]>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'triage' AND table_name = 'worklist' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

describe('T23: a process that starts beside others of another version', () => {
  it('keeps nobody waiting who reads, while it waits for one who reads for long', async () => {
    const old = await started();
    old.start();
    await old.waitFor(await moves(store, '1'));
    const [long, watcher] = [await connected(), await connected()];
    await long.query('BEGIN; SELECT FROM triage.worklist');

    const starting = started({ entities: [NewerRow], projections: [worklist(2)] });
    starting.catch(() => undefined);
    const waits = `SELECT count(*)::int AS n FROM pg_locks
                   WHERE NOT granted AND relation = 'triage.worklist'::regclass`;
    await eventually(async () =>
      expect((await watcher.query<{ n: number }>(waits)).rows[0]?.n).toBeGreaterThan(0),
    );
    expect(await rowsOf(old)).toHaveLength(1);
    await old.waitFor(await moves(store, '2'), { timeoutMs: 20_000 });

    await long.query('COMMIT');
    expect(await columns(await starting)).toContain('added');
  }, 60_000);

  it('leaves tables as they are that newer code has built', async () => {
    const newer = await started({
      entities: [NewerRow],
      projections: [{ ...worklist(2), apply: async () => undefined }],
    });
    newer.start();
    await newer.waitFor(await moves(store, '1'));
    await newer.rebuild();
    const built = await columns(newer);
    await started();
    expect(await columns(newer)).toEqual(built);
  }, 60_000);
});
