import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@minh-bach/kernel';
import { firstChain, type Chain } from './record.ts';
import type { Position } from '../event-store.ts';

/** Lists the chunks of an export, one line each, and ends each run with a line that covers all before it. */
export const MANIFEST = 'log.jsonl';
export const FORMAT = 'minh-bach log export 1';

export interface Chunk {
  /** The file, named after its number. */
  readonly chunk: string;
  /** Which event of the log its first one is, from 1. */
  readonly first: number;
  readonly events: number;
  /** Where its last event stands in the log, and which one that is. */
  readonly upTo: Position;
  readonly last: { readonly stream: string; readonly revision: number; readonly id: string };
  /** After its last event. */
  readonly chain: Chain;
}

export interface Manifest {
  /** The id of the log. */
  readonly log: string;
  readonly chunks: readonly Chunk[];
  /** Its lines; what a cut run left of a line is not there. */
  readonly text: string;
  /** Whether it ends with the line by which a run ends. */
  readonly isWhole: boolean;
}

export const fileOf = (number: number): string => `${String(number).padStart(8, '0')}.events`;

export const headerLine = (log: string): string => `${JSON.stringify({ format: FORMAT, log })}\n`;

/** SHA-256 over all lines before it. */
export const endLine = (text: string): string =>
  `${JSON.stringify({ end: createHash('sha256').update(text).digest('hex') })}\n`;

export const eventsIn = (chunks: readonly Chunk[]): number => {
  const last = chunks.at(-1);
  return last ? last.first - 1 + last.events : 0;
};

export const chainOf = ({ log, chunks }: Pick<Manifest, 'log' | 'chunks'>): Chain =>
  chunks.at(-1)?.chain ?? firstChain(log);

/**
 * @returns nothing where there is no manifest
 * @throws DomainError `EXPORT_FORMAT` {found}: written by another version, or by something else
 * @throws DomainError `EXPORT_CHANGED` {file, line}: a line was changed or is missing
 * @throws DomainError `EXPORT_GAP` {file, event}: the chunk with that event is not listed
 */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const read = await readFile(join(folder, MANIFEST), 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  });
  const text = read.slice(0, read.lastIndexOf('\n') + 1);
  // A run that was cut before its first line was whole has left nothing.
  if (text === '') return undefined;
  const lines = text.split('\n').slice(0, -1);
  const log = headerOf(lines[0]!);
  const chunks: Chunk[] = [];
  const covered = createHash('sha256');
  let isWhole = false;
  for (const [n, line] of lines.entries()) {
    const before = covered.copy().digest('hex');
    covered.update(`${line}\n`);
    if (n === 0) continue;
    const said = parsed(line) as Partial<Chunk> & { end?: string };
    isWhole = said.end !== undefined;
    if (isWhole ? said.end !== before : !isChunk(said))
      throw new DomainError('EXPORT_CHANGED', { file: MANIFEST, line: n + 1 });
    if (!isWhole) chunks.push(following(chunks, said as Chunk));
  }
  return { log, chunks, text, isWhole: isWhole && text === read };
}

function headerOf(line: string): string {
  const { format, log } = parsed(line) as { format?: string; log?: string };
  if (format !== FORMAT || typeof log !== 'string')
    throw new DomainError('EXPORT_FORMAT', { found: String(format ?? '').slice(0, 100) });
  return log;
}

function following(chunks: readonly Chunk[], chunk: Chunk): Chunk {
  const [file, event] = [fileOf(chunks.length + 1), eventsIn(chunks) + 1];
  if (chunk.chunk !== file || chunk.first !== event)
    throw new DomainError('EXPORT_GAP', { file, event });
  return chunk;
}

const isChunk = ({ chunk, first, events, upTo, last, chain }: Partial<Chunk>): boolean =>
  typeof chunk === 'string' &&
  Number.isSafeInteger(first) &&
  Number.isSafeInteger(events) &&
  events! > 0 &&
  typeof upTo === 'string' &&
  typeof last === 'object' &&
  typeof chain === 'string';

function parsed(line: string): object {
  try {
    return Object(JSON.parse(line)) as object;
  } catch {
    return {};
  }
}
