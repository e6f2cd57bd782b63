import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { DomainError, isDomainError } from '@minh-bach/kernel';
import type { TableFile } from './table-file.ts';

export const FORMAT = 'minh-bach table export 1';

/** So much goes to the database at once; a line may be as long. */
const BYTES_AT_ONCE = 8 * 1024 * 1024;
const ROWS_AT_ONCE = 2_000;
const END = '{"end":';

/** Rows as they are written: one JSON object each, that nobody has parsed. */
export interface Batch {
  /** Of the first row in the file, from 1. */
  readonly line: number;
  readonly rows: readonly string[];
}

/**
 * In pieces. That the file is whole shows at its end alone: use none of it for good before.
 *
 * @param name of the file, where it is not at its place yet
 * @throws DomainError `NO_EXPORT` {file}, `EXPORT_FORMAT` {file, found}, `EXPORT_CUT` {file}: it has no end,
 *   `EXPORT_CHANGED` {file, line}: not as it was written
 */
export async function* readTable(
  folder: string,
  { file, table }: Pick<TableFile, 'file' | 'table'>,
  name = file,
): AsyncGenerator<Batch> {
  const hash = createHash('sha256');
  let rows: string[] = [];
  let [line, bytes, ended] = [0, 0, false];
  const changed = () => new DomainError('EXPORT_CHANGED', { file, line });
  const batch = () => ({ line: line - rows.length + 1, rows });
  for await (const written of linesOf(join(folder, name), file)) {
    line += 1;
    if (ended || written === TOO_LONG) throw changed();
    const text = written.toString();
    if (line === 1) {
      const { format, table: of } = parsed(text) ?? {};
      if (format !== FORMAT || of !== table)
        throw new DomainError('EXPORT_FORMAT', { file, found: String(format).slice(0, 100) });
    } else if (text.startsWith(END)) {
      const wanted = { rows: line - 2, sha256: hash.digest('hex') };
      if (text !== JSON.stringify({ end: wanted })) throw changed();
      ended = true;
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
  if (!ended) throw new DomainError('EXPORT_CUT', { file });
  if (rows.length > 0) yield { line: line - rows.length, rows };
}

/** @throws as `readTable` */
export async function readWhole(...asked: Parameters<typeof readTable>): Promise<void> {
  for await (const _ of readTable(...asked));
}

/** Of a table that an installation may lack. @throws as `readTable` */
export async function isThere(folder: string, table: TableFile): Promise<boolean> {
  try {
    await readWhole(folder, table);
    return true;
  } catch (error) {
    if (isDomainError(error, 'NO_EXPORT')) return false;
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
