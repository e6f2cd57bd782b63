import type { DataSource, EntityManager } from 'typeorm';
import { Beside } from './beside.ts';
import type { Settings } from './options.ts';

export interface TableDifference {
  readonly table: string;
  /** Rows as JSON, at most three each. */
  readonly onlyLive: readonly string[];
  readonly onlyRebuilt: readonly string[];
}

/** `migrations` is left in schemas that older code made. */
const ownTables = ['migrations', 'projection_checkpoint'];

/** Builds the rows a second time in `<schema>_check`, up to where the live ones are, and compares. */
export async function compareWithRebuild(
  live: DataSource,
  settings: Settings,
): Promise<readonly TableDifference[]> {
  const beside = await Beside.create(settings, 'check');
  try {
    const before = await liveCheckpoint(live.manager, '');
    if (before !== null) await beside.catchUpTo(before);
    return await live.transaction(async (manager) => {
      const now = await liveCheckpoint(manager, 'FOR UPDATE');
      if (now !== null) await beside.catchUpTo(now);
      const differences: TableDifference[] = [];
      for (const table of await tablesOf(manager, [settings.schema, beside.schema])) {
        const [a, b] = [`${settings.schema}."${table}"`, `${beside.schema}."${table}"`];
        const onlyLive = await rowsOnlyIn(manager, a, b);
        const onlyRebuilt = await rowsOnlyIn(manager, b, a);
        if (onlyLive.length + onlyRebuilt.length > 0) {
          differences.push({ table, onlyLive, onlyRebuilt });
        }
      }
      return differences;
    });
  } finally {
    await beside.drop();
  }
}

async function liveCheckpoint(manager: EntityManager, lock: '' | 'FOR UPDATE') {
  const [row] = await manager.query<{ position: string | null }[]>(
    `SELECT position FROM projection_checkpoint ${lock}`,
  );
  return row?.position ?? null;
}

async function tablesOf(manager: EntityManager, schemas: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `SELECT DISTINCT table_name AS name FROM information_schema.tables
      WHERE table_schema = ANY ($1) AND table_type = 'BASE TABLE' AND table_name <> ALL ($2)
      ORDER BY 1`,
    [schemas, ownTables],
  );
  return rows.map(({ name }) => name);
}

async function rowsOnlyIn(manager: EntityManager, one: string, other: string): Promise<string[]> {
  const rows = await manager.query<{ row: string }[]>(
    `SELECT to_jsonb(a)::text AS row FROM ${one} a
     EXCEPT ALL SELECT to_jsonb(b)::text FROM ${other} b ORDER BY 1 LIMIT 3`,
  );
  return rows.map(({ row }) => row);
}

/**
 * For the specs of services: the rows that grew batch by batch are those that a rebuild makes.
 *
 * @throws Error with the tables and rows that differ
 */
export async function expectRebuildEqualsLive(readModel: {
  compareWithRebuild(): Promise<readonly TableDifference[]>;
}): Promise<void> {
  const differences = await readModel.compareWithRebuild();
  if (differences.length > 0) {
    throw new Error(`a rebuild gives other rows: ${JSON.stringify(differences, null, 2)}`);
  }
}
