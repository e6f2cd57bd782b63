import pg from 'pg';
import { writeTable, type Sealing, type TableFile, type WrittenTable } from './table-file.ts';
import { ACCESS_LINES, ACCOUNTS, DESTROYED, KEYS, LINKS } from './tables.ts';

/** By file; tables that the database lacks are not there. */
export type ExportedTables = Readonly<Record<string, WrittenTable>>;

/**
 * Writes the wrapped keys, and what else only the database knows, into a folder that never lies with the
 * log's. Take it after the log: what the log says is sealed under keys that are there then.
 *
 * @param url of the database's owner
 */
export const exportKeys = (url: string, folder: string, key: Uint8Array): Promise<ExportedTables> =>
  exported(url, folder, [KEYS, ACCOUNTS, LINKS, ACCESS_LINES], { key });

/** Writes which keys were destroyed beside the log, once that is there whole. */
export const exportDestroyed = (
  url: string,
  folder: string,
  sealing: Required<Sealing>,
): Promise<ExportedTables> => exported(url, folder, [DESTROYED], sealing);

async function exported(
  url: string,
  folder: string,
  tables: readonly TableFile[],
  sealing: Sealing,
): Promise<ExportedTables> {
  const client = new pg.Client({ connectionString: url, application_name: 'minh-bach-export' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const written: Record<string, WrittenTable> = {};
    for (const each of tables) {
      const { rows } = await client.query<{ there: boolean }>(
        'select to_regclass($1) is not null as there',
        [each.table],
      );
      if (rows[0]?.there) written[each.file] = await writeTable(client, folder, each, sealing);
    }
    await client.query('commit');
    return written;
  } finally {
    await client.end();
  }
}
