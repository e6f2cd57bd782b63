import { DomainError } from '@minh-bach/kernel';
import pg from 'pg';
import { CHECKPOINT, positionTables } from '../position-tables.ts';

/**
 * For a process whose log now lies elsewhere, at other positions: it begins again at the start of the
 * log. Its read models are rebuilt when it starts, its relay sends all once more under the same ids, and
 * what its inbox has seen already has no second effect.
 *
 * Signed in as the process's own account: nobody runs what another account may have left in its schemas.
 *
 * @param url `postgresql://…` of the account
 * @returns the schemas in which something was forgotten
 * @throws DomainError `PROCESS_RUNNING` {account}: it would note positions again
 */
export async function forgetPositions(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'minh-bach-positions' });
  await client.connect();
  try {
    await refuseWhileRunning(client);
    const tables = await positionTables(client);
    await client.query('BEGIN');
    for (const { name, quoted } of tables) {
      // Versions that nothing has: the process builds these rows anew, as after an update.
      if (name === CHECKPOINT)
        await client.query(`UPDATE ${quoted} SET position = NULL, versions = '{}'`);
      else await client.query(`DELETE FROM ${quoted}`);
    }
    await client.query('COMMIT');
    return [...new Set(tables.map(({ schema }) => schema))];
  } finally {
    await client.end();
  }
}

async function refuseWhileRunning(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ account: string; sessions: number }>(
    `SELECT current_user AS account, count(*)::integer AS sessions FROM pg_stat_activity
     WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
       AND backend_type = 'client backend'`,
  );
  const [{ account, sessions } = { account: '', sessions: 1 }] = rows;
  if (sessions > 0) throw new DomainError('PROCESS_RUNNING', { account });
}
