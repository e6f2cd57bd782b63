import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@minh-bach/kernel';
import { placeIn, positionOf } from '../position.ts';
import { eventsIn, readManifest, type Chunk } from './manifest.ts';
import { firstChain, readRecord, type Chain } from './record.ts';
import type { EventStore, Position, StoredEvent } from '../event-store.ts';

/** An export as a log to read: its positions count its events from 1. */
export interface LogInFolder extends Pick<EventStore, 'head' | 'readAll'> {
  /** The id of the log that was exported, and where that one stood. */
  readonly log: string;
  readonly upTo: Position | undefined;
  readonly events: number;
  readonly chain: Chain;
}

/**
 * Each chunk is looked at as a whole before an event of it is given.
 *
 * @param options.evenCut takes what is whole of an export whose last run was cut short
 * @throws DomainError `NO_EXPORT`: the folder holds none
 * @throws DomainError `EXPORT_CUT` {events}: its last run did not come to its end
 * @throws DomainError as `readManifest`; and when read, `EXPORT_GAP` {file, event}: that file is missing, or
 *   `EXPORT_DIFFERS` {file, event}: from this event on, a file is not as it was written
 */
export async function openExportedLog(
  folder: string,
  { evenCut = false } = {},
): Promise<LogInFolder> {
  const manifest = await readManifest(folder);
  if (!manifest) throw new DomainError('NO_EXPORT');
  const { log, chunks, isWhole } = manifest;
  const events = eventsIn(chunks);
  if (!isWhole && !evenCut) throw new DomainError('EXPORT_CUT', { events });
  const own = `export-${log}`;
  return {
    log,
    events,
    upTo: chunks.at(-1)?.upTo,
    chain: chunks.at(-1)?.chain ?? firstChain(log),
    head: () => Promise.resolve(positionOf(own, events)),
    async *readAll({ after, limit = Infinity } = {}) {
      const past = after === undefined ? 0n : placeIn(own, after);
      let [before, left] = [firstChain(log), limit];
      for (const chunk of chunks) {
        const read = await readChunk(folder, chunk, before);
        for (const [n, event] of read.entries()) {
          const place = chunk.first + n;
          if (BigInt(place) <= past) continue;
          yield { ...event, position: positionOf(own, place) };
          if ((left -= 1) === 0) return;
        }
        before = chunk.chain;
      }
    },
  };
}

async function readChunk(
  folder: string,
  { chunk: file, first, events, chain }: Chunk,
  begin: Chain,
): Promise<readonly Omit<StoredEvent, 'position'>[]> {
  const bytes = await readFile(join(folder, file)).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new DomainError('EXPORT_GAP', { file, event: first }, { cause });
  });
  const read: Omit<StoredEvent, 'position'>[] = [];
  let [at, before] = [0, begin];
  const differs = () => new DomainError('EXPORT_DIFFERS', { file, event: first + read.length });
  while (read.length < events) {
    const record = readRecord(bytes, at, before);
    if (!record) throw differs();
    read.push(record.event);
    [at, before] = [record.end, record.chain];
  }
  if (at !== bytes.length || before !== chain) throw differs();
  return read;
}
