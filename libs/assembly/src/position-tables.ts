import pg from 'pg';

/** How far a read model is in the log. */
export const CHECKPOINT = 'projection_checkpoint';

/** Tables of this account that hold positions of the log, or what hangs on them. */
const TABLES = `
  SELECT nspname AS schema, relname AS name
  FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
  WHERE relkind = 'r' AND pg_get_userbyid(relowner) = current_user AND (
    relname = '${CHECKPOINT}'
    OR nspname LIKE '%\\_inbox' AND relname = 'position'
    OR nspname LIKE '%\\_relay' AND relname IN ('position', 'relayed'))
  ORDER BY 1, 2`;

export interface PositionTable {
  readonly schema: string;
  readonly name: string;
  /** As it stands in a statement. */
  readonly quoted: string;
}

type Queries = Pick<pg.Pool | pg.ClientBase, 'query'>;

export async function positionTables(database: Queries): Promise<readonly PositionTable[]> {
  const { rows } = await database.query<{ schema: string; name: string }>(TABLES);
  return rows.map(({ schema, name }) => ({
    ...{ schema, name },
    quoted: `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`,
  }));
}

/** @returns the ids of the logs whose positions this account has noted; of one, unless it was moved */
export async function notedLogs(database: Queries): Promise<readonly string[]> {
  const tables = (await positionTables(database)).filter(({ name }) => name !== 'relayed');
  if (tables.length === 0) return [];
  const each = tables.map(({ quoted }) => `SELECT position FROM ${quoted}`);
  const { rows } = await database.query<{ log: string }>(
    `SELECT DISTINCT split_part(position, ':', 1) AS log FROM (${each.join(' UNION ALL ')}) noted
      WHERE position ~ '^[0-9a-f-]+:[0-9]+$' ORDER BY 1`,
  );
  return rows.map(({ log }) => log);
}
