import { DomainError, renameSchema } from '@minh-bach/kernel';
import pg from 'pg';
import { locksOf } from './advisory-lock.ts';
import type { Beside } from './beside.ts';
import type { Settings } from './options.ts';

/**
 * Puts `next` in the place of the live schema, in one transaction: readers see one or the other,
 * and what they have seen does not go back.
 */
export async function swap(settings: Settings, next: Beside, signal: AbortSignal): Promise<void> {
  const { url, schema: live, store, behind } = settings;
  await inTransaction(url, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      locksOf(live).migrate,
    ]);
    // 1. Waits for the batch in progress and holds off the next. Whoever waits for this row in the
    //    table that is about to be renamed finds another fence, and nobody knows that of `next`.
    await client.query(`UPDATE ${live}.projection_checkpoint SET fence = gen_random_uuid()`);

    // 2. The live rows cannot be ahead of the head now, nor of the leader.
    const end = behind ? await behind.position() : await store.head();
    if (end !== undefined) await next.catchUpTo(end, { signal });
    const { rowCount } = await client.query(
      `UPDATE ${next.schema}.projection_checkpoint SET fence = gen_random_uuid() WHERE fence = $1`,
      [next.checkpoint.fence],
    );
    if (rowCount !== 1) throw new DomainError('FENCED');

    // 3. Statements find tables by name, prepared ones too: PostgreSQL plans them anew.
    await renameSchema(client, live, `${live}_old`);
    await renameSchema(client, next.schema, live);
    signal.throwIfAborted();
  });
}

async function inTransaction(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = new pg.Client({ connectionString: url, application_name: 'projections swap' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } finally {
    // Ends an open transaction, too.
    await client.end();
  }
}
