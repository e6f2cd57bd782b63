import { createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { FORMAT, readWhole } from './read-table.ts';
import { endLine, nameOfKey } from './table-end.ts';

/** Rows that a database alone knows, as a file of lines. */
export interface TableFile {
  readonly file: string;
  readonly table: string;
  /** Which rows it is about, as SQL. @default all */
  readonly of?: string;
  /** Which of them are short enough to carry, as SQL: a row that an account of a service laid may be of any length. */
  readonly where: string;
}

/** Of a table, those that were written, and those that were too long. */
export interface WrittenTable {
  readonly rows: number;
  readonly setAside: number;
  readonly sha256: string;
}

/** Under which key a backup is written, and beside what log. */
export interface Sealing {
  readonly key: Uint8Array;
  /** End of the chain of that log. */
  readonly chain?: string;
}

/** Each row is bounded by its table's `where`, at some 1 MB. */
const AT_ONCE = 50;

/**
 * Writes the rows anew as they are now, aside, reads them back, and then lays them over those of an earlier
 * run: what was erased from the table is erased from the backup. The last line covers all before it.
 *
 * @param client in a transaction that sees one state of the database
 */
export async function writeTable(
  client: ClientBase,
  folder: string,
  tableFile: TableFile,
  { key, chain }: Sealing,
): Promise<WrittenTable> {
  const { file, table, of = 'true', where } = tableFile;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, file);
  const out = await open(`${path}.part`, 'w', 0o600);
  const hash = createHash('sha256');
  const write = async (lines: readonly string[]) => {
    const text = lines.map((line) => `${line}\n`).join('');
    hash.update(text);
    await out.writeFile(text);
  };
  let count = 0;
  let sha256 = '';
  try {
    await write([JSON.stringify({ format: FORMAT, table, key: nameOfKey(key) })]);
    // As text: what the database wrote is never parsed on its way, however deep it is.
    await client.query(
      `declare exported no scroll cursor for
       select to_jsonb(t)::text as row from ${table} t where (${of}) and (${where}) is not false`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${AT_ONCE} from exported`);
      await write(rows.map(({ row }) => row));
      count += rows.length;
      if (rows.length < AT_ONCE) break;
    }
    await client.query('close exported');
    sha256 = hash.digest('hex');
    const end = { rows: count, sha256, ...(chain !== undefined && { chain }) };
    await out.writeFile(`${endLine(key, file, end)}\n`);
    await out.sync();
  } finally {
    await out.close();
  }
  await readWhole(folder, tableFile, key, `${file}.part`);
  await rename(`${path}.part`, path);
  const named = await open(folder, 'r');
  await named.sync().finally(() => named.close());
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::integer as others from ${table} where (${of}) and (${where}) is false`,
  );
  return { rows: count, setAside: rows[0]!.others, sha256 };
}
