import type { Pool } from 'pg';

export interface LogInDatabase {
  readonly id: string;
  readonly hasEvents: boolean;
}

/** The log that lies in this database, if one was begun there. */
export async function logInDatabase(database: Pool): Promise<LogInDatabase | undefined> {
  const { rows: there } = await database.query(
    `SELECT WHERE to_regclass('log.identity') IS NOT NULL AND to_regclass('log.events') IS NOT NULL`,
  );
  if (there.length === 0) return undefined;
  const { rows } = await database.query<LogInDatabase>(
    `SELECT id, EXISTS (SELECT FROM log.events) AS "hasEvents" FROM log.identity`,
  );
  return rows[0];
}
