import pg from 'pg';
import { writeTable, type TableFile } from './table-file.ts';
import { ACCESS_LINES, ACCOUNTS, DESTROYED, KEYS, LINKS } from './tables.ts';

/**
 * Writes the wrapped keys, and what else only the database knows, into a folder that never lies with the
 * log's. Take it after the log: what the log says is sealed under keys that are there then.
 *
 * @param url of the database's owner
 * @returns how many rows of each table; those that the database lacks are not there
 */
export const exportKeys = (url: string, folder: string): Promise<Record<string, number>> =>
  exported(url, folder, [KEYS, ACCOUNTS, LINKS, ACCESS_LINES]);

/** Writes which keys were destroyed beside the log. @returns how many rows */
export async function exportDestroyed(url: string, folder: string): Promise<number> {
  return (await exported(url, folder, [DESTROYED]))[DESTROYED.file] ?? 0;
}

async function exported(
  url: string,
  folder: string,
  tables: readonly TableFile[],
): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: url, application_name: 'minh-bach-export' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const counts: Record<string, number> = {};
    for (const each of tables) {
      const { rows } = await client.query<{ there: boolean }>(
        'select to_regclass($1) is not null as there',
        [each.table],
      );
      if (rows[0]?.there) counts[each.file] = await writeTable(client, folder, each);
    }
    await client.query('commit');
    return counts;
  } finally {
    await client.end();
  }
}
