import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { DomainError, isDomainError } from '@minh-bach/kernel';
import { END, endLine, nameOfKey, type TableEnd } from './table-end.ts';
import type { TableFile } from './table-file.ts';

export const FORMAT = 'minh-bach table export 2';

/** So much goes to the database at once; a line may be as long. */
const BYTES_AT_ONCE = 8 * 1024 * 1024;
const ROWS_AT_ONCE = 2_000;

/** Rows as they are written: one JSON object each, that nobody has parsed. */
export interface Batch {
  /** Of the first row in the file, from 1. */
  readonly line: number;
  readonly rows: readonly string[];
}

/**
 * In pieces. That the file is whole shows at its end alone: use none of it for good before.
 *
 * @param key of the backup
 * @param name of the file, where it is not at its place yet
 * @returns at its end, what that says
 * @throws DomainError `NO_EXPORT` {file}, `EXPORT_FORMAT` {file, found}, `EXPORT_CUT` {file}: it has no end,
 *   `MASTER_KEY_WRONG` {file}: it was written under another key,
 *   `EXPORT_CHANGED` {file, line}: not as it was written
 */
export async function* readTable(
  folder: string,
  { file, table }: Pick<TableFile, 'file' | 'table'>,
  key: Uint8Array,
  name = file,
): AsyncGenerator<Batch, TableEnd> {
  const hash = createHash('sha256');
  let rows: string[] = [];
  let [line, bytes] = [0, 0];
  let end: TableEnd | undefined;
  const changed = () => new DomainError('EXPORT_CHANGED', { file, line });
  const batch = () => ({ line: line - rows.length + 1, rows });
  for await (const written of linesOf(join(folder, name), file)) {
    line += 1;
    if (end || written === TOO_LONG) throw changed();
    const text = written.toString();
    if (line === 1) {
      const { format, table: of, key: by } = parsed(text) ?? {};
      if (format !== FORMAT || of !== table)
        throw new DomainError('EXPORT_FORMAT', { file, found: String(format).slice(0, 100) });
      if (by !== nameOfKey(key)) throw new DomainError('MASTER_KEY_WRONG', { file });
    } else if (text.startsWith(END)) {
      end = endOf(text, { rows: line - 2, sha256: hash.digest('hex') });
      if (text !== endLine(key, file, end)) throw changed();
      continue;
    }
    hash.update(written).update('\n');
    if (line === 1) continue;
    rows.push(text);
    bytes += written.length;
    if (rows.length < ROWS_AT_ONCE && bytes < BYTES_AT_ONCE) continue;
    yield batch();
    [rows, bytes] = [[], 0];
  }
  if (!end) throw new DomainError('EXPORT_CUT', { file });
  if (rows.length > 0) yield { line: line - rows.length, rows };
  return end;
}

function endOf(text: string, counted: TableEnd): TableEnd {
  const { chain } = Object(parsed(text)?.['end']) as { chain?: unknown };
  return typeof chain === 'string' ? { ...counted, chain } : counted;
}

/** @throws as `readTable` */
export async function readWhole(...asked: Parameters<typeof readTable>): Promise<TableEnd> {
  const reading = readTable(...asked);
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return value;
  }
}

/** Of a table that an installation may lack. @returns undefined where it did. @throws as `readTable` */
export async function readIfThere(
  ...asked: Parameters<typeof readTable>
): Promise<TableEnd | undefined> {
  try {
    return await readWhole(...asked);
  } catch (error) {
    if (isDomainError(error, 'NO_EXPORT')) return undefined;
    throw error;
  }
}

const TOO_LONG = Buffer.from('too long');

/** Lines end with `\n` and nothing else: text in a row may hold what Unicode calls the end of a line. */
async function* linesOf(path: string, file: string): AsyncGenerator<Buffer> {
  const input = createReadStream(path, { highWaterMark: 256 * 1024 });
  let parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of input as AsyncIterable<Buffer>) {
      let [from, to] = [0, chunk.indexOf(10)];
      for (; to >= 0; [from, to] = [to + 1, chunk.indexOf(10, to + 1)]) {
        yield Buffer.concat([...parts, chunk.subarray(from, to)]);
        [parts, length] = [[], 0];
      }
      parts.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > BYTES_AT_ONCE) yield TOO_LONG;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new DomainError('NO_EXPORT', { file });
  }
  if (length > 0) yield Buffer.concat(parts);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
