import type { Pool } from 'pg';

/**
 * Which of the schemas that processes share this account must make at its start: those that are
 * missing, and those that it owns. Where another account owns them, `mb prepare` has made them.
 */
export async function schemasToMake(pool: Pool): Promise<(schema: string) => boolean> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace
      WHERE nspname IN ('log', 'vault', 'files') AND NOT pg_has_role(nspowner, 'USAGE')`,
  );
  const foreign = new Set(rows.map(({ name }) => name));
  return (schema) => !foreign.has(schema);
}
