import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DomainError } from '@minh-bach/kernel';
import type { ClientBase } from 'pg';

/** Rows that a database alone knows, as a file of lines. */
export interface TableFile {
  readonly file: string;
  readonly table: string;
  /** Which rows, as SQL. @default all */
  readonly where?: string;
}

export type Row = Readonly<Record<string, unknown>>;

const FORMAT = 'minh-bach table export 1';
const AT_ONCE = 2_000;

/**
 * Writes the rows anew as they are now, aside, and then over those of an earlier run: what was erased from
 * the table is erased from the backup. The last line covers all before it.
 *
 * @param client in a transaction that sees one state of the database
 * @returns how many rows
 */
export async function writeTable(
  client: ClientBase,
  folder: string,
  { file, table, where = 'true' }: TableFile,
): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, file);
  const out = await open(`${path}.part`, 'w', 0o600);
  const hash = createHash('sha256');
  const write = async (lines: readonly object[]) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    hash.update(text);
    await out.writeFile(text);
  };
  let count = 0;
  try {
    await write([{ format: FORMAT, table }]);
    await client.query(
      `declare exported no scroll cursor for select to_jsonb(t) as row from ${table} t where ${where}`,
    );
    for (;;) {
      const { rows } = await client.query<{ row: Row }>(`fetch ${AT_ONCE} from exported`);
      await write(rows.map(({ row }) => row));
      count += rows.length;
      if (rows.length < AT_ONCE) break;
    }
    await client.query('close exported');
    const sha256 = hash.digest('hex');
    await out.writeFile(`${JSON.stringify({ end: { rows: count, sha256 } })}\n`);
    await out.sync();
  } finally {
    await out.close();
  }
  await rename(`${path}.part`, path);
  const named = await open(folder, 'r');
  await named.sync().finally(() => named.close());
  return count;
}

/**
 * In pieces. That the file is whole shows at its end alone: use none of it for good before.
 *
 * @throws DomainError `NO_EXPORT` {file}, `EXPORT_FORMAT` {file, found}, `EXPORT_CUT` {file}: it has no end,
 *   `EXPORT_CHANGED` {file, line}: not as it was written
 */
export async function* readTable(
  folder: string,
  { file, table }: TableFile,
): AsyncGenerator<readonly Row[]> {
  const hash = createHash('sha256');
  let rows: Row[] = [];
  let [line, ended] = [0, false];
  for await (const text of linesOf(join(folder, file), file)) {
    line += 1;
    const said = parsed(text);
    const changed = () => new DomainError('EXPORT_CHANGED', { file, line });
    if (said === undefined || ended) throw changed();
    if (line === 1 && (said['format'] !== FORMAT || said['table'] !== table))
      throw new DomainError('EXPORT_FORMAT', { file, found: String(said['format']).slice(0, 100) });
    if (isEnd(said)) {
      const wanted = { rows: line - 2, sha256: hash.digest('hex') };
      if (JSON.stringify(said.end) !== JSON.stringify(wanted)) throw changed();
      ended = true;
      continue;
    }
    hash.update(`${text}\n`);
    if (line > 1) rows.push(said);
    if (rows.length < AT_ONCE) continue;
    yield rows;
    rows = [];
  }
  if (!ended) throw new DomainError('EXPORT_CUT', { file });
  yield rows;
}

async function* linesOf(path: string, file: string): AsyncGenerator<string> {
  const input = createReadStream(path, 'utf8');
  try {
    await new Promise((resolve, reject) => input.once('open', resolve).once('error', reject));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new DomainError('NO_EXPORT', { file });
  }
  yield* createInterface({ input, crlfDelay: Infinity });
}

const isEnd = (row: Row): row is { end: object } =>
  typeof row['end'] === 'object' && Object.keys(row).length === 1;

/** @returns nothing where a line was cut off */
function parsed(text: string): Row | undefined {
  try {
    return Object(JSON.parse(text)) as Row;
  } catch {
    return undefined;
  }
}
