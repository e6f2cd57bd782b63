import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase } from './embedded-postgres.ts';

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end();
  }
}

describe('createTestDatabase', () => {
  it('gives each caller an empty PostgreSQL 18 database of its own', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await ask(one.url, 'CREATE TABLE kept (id int)');

    expect(await ask(other.url, `SELECT to_regclass('kept') AS kept`)).toEqual([{ kept: null }]);
    expect(
      await ask(one.url, `SELECT current_setting('server_version_num')::int / 10000 AS major`),
    ).toEqual([{ major: 18 }]);
    await Promise.all([one.drop(), other.drop()]);
  });

  it('drops a database that somebody is still connected to', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();

    await database.drop();

    await expect(ask(database.url, 'SELECT 1')).rejects.toThrow(/does not exist/);
    await client.end().catch(() => undefined);
  });

  it('orders Vietnamese text where a column asks for it', async () => {
    const database = await createTestDatabase();
    const rows = await ask(
      database.url,
      `SELECT string_agg(n, ' ' ORDER BY n COLLATE "vi-x-icu") AS names
         FROM unnest(ARRAY['Đạt', 'Dũng', 'Ân', 'An', 'Ơn', 'Oanh']) AS n`,
    );
    expect(rows).toEqual([{ names: 'An Ân Dũng Đạt Oanh Ơn' }]);
    await database.drop();
  });
});
