import type { ClientBase } from 'pg';
import { readTable } from './read-table.ts';
import type { TableFile } from './table-file.ts';

/** Rows of one file that the database refused. */
export interface SetAside {
  readonly file: string;
  readonly rows: number;
  /** Its line in the file. */
  readonly first: number;
  /** What the database said to that one, as its SQLSTATE. */
  readonly code: string;
}

/** Adds the rows of a file that are missing. @returns those that the database refuses, if any */
export async function addRows(
  client: ClientBase,
  folder: string,
  { file, table }: TableFile,
  key: Uint8Array,
): Promise<readonly SetAside[]> {
  let aside: SetAside | undefined;
  const add = (rows: readonly string[]) =>
    client.query(
      `insert into ${table} overriding system value
       select r.* from unnest($1::text[]) line, jsonb_populate_record(null::${table}, line::jsonb) r
       on conflict do nothing`,
      [rows],
    );
  const addFrom = async (line: number, rows: readonly string[]): Promise<void> => {
    const code = await refusal(() => add(rows));
    if (code === undefined) return;
    if (rows.length === 1) {
      aside = { file, first: line, code, ...aside, rows: (aside?.rows ?? 0) + 1 };
      return;
    }
    const half = rows.length >> 1;
    await addFrom(line, rows.slice(0, half));
    await addFrom(line + half, rows.slice(half));
  };
  for await (const { line, rows } of readTable(folder, { file, table }, key))
    await addFrom(line, rows);
  return aside ? [aside] : [];
}

/** Not of a connection that was lost: that is no fault of the row's. */
async function refusal(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const code: unknown = Reflect.get(Object(error), 'code');
    if (typeof code !== 'string' || !OF_THE_ROW.test(code)) throw error;
    return code;
  }
}

/** Data, constraint, and limit (depth, length) violations. */
const OF_THE_ROW = /^(22|23|54)...$/;
