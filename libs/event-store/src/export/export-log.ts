import { mkdir } from 'node:fs/promises';
import { DomainError } from '@minh-bach/kernel';
import { until } from '../copy/copy-log.ts';
import { isAfter, logOf } from '../position.ts';
import { chainOf, eventsIn, fileOf, headerLine, readManifest, type Manifest } from './manifest.ts';
import { ManifestFile, writeWhole } from './written.ts';
import { recordOf, type Chain } from './record.ts';
import type { EventStore, Position, StoredEvent } from '../event-store.ts';

export interface ExportLogOptions {
  readonly from: Pick<EventStore, 'head' | 'readAll' | 'readStream'>;
  /** For this log alone; made where it is missing. No other run may write to it. */
  readonly folder: string;
  /** Called when a chunk is durable. */
  readonly onProgress?: (progress: { phase: 'exporting'; events: number }) => void;
  /** @default 10,000 events or 8 MiB, whichever comes first */
  readonly most?: { readonly events: number; readonly bytes: number };
}

export interface ExportedLog {
  /** In the export, and how many of them this run has added. */
  readonly events: number;
  readonly added: number;
  /** Over all events: an import of the same events says the same. */
  readonly chain: Chain;
  readonly upTo: Position;
}

const MOST = { events: 10_000, bytes: 8 * 1024 * 1024 };

/**
 * Brings a log into a folder: chunks of events that are never changed again, and a manifest. The next run
 * adds what has come since, so a nightly one is short. It may be killed at any moment: a chunk counts once
 * its line stands in the manifest, and the next run writes again what does not count.
 *
 * @throws DomainError `EXPORT_OF_ANOTHER_LOG` {log, expected}: the folder holds another log's
 * @throws DomainError `LOG_BEHIND_EXPORT` {event, stream, revision}: the log lacks what was exported: it was
 *   restored from an older backup
 * @throws DomainError as `readManifest`
 */
export async function exportLog(options: ExportLogOptions): Promise<ExportedLog> {
  const { from, folder, onProgress = () => {}, most = MOST } = options;
  const upTo = await from.head();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const known = await readManifest(folder);
  if (known) await refuseAnother(from, known, upTo);
  const manifest = await ManifestFile.open(folder, known, headerLine(logOf(upTo)));
  const chunks = [...(known?.chunks ?? [])];
  const before = eventsIn(chunks);
  try {
    let chain = known ? chainOf(known) : chainOf({ log: logOf(upTo), chunks });
    const after = chunks.at(-1)?.upTo;
    const missing = until(from.readAll(after === undefined ? {} : { after }), upTo);
    for await (const { records, last } of chunksOf(missing, chain, most)) {
      const [chunk, first] = [fileOf(chunks.length + 1), eventsIn(chunks) + 1];
      await writeWhole(folder, chunk, records);
      chain = last.chain;
      const { stream, revision, id, position } = last.event;
      const line = { chunk, first, events: records.length, upTo: position };
      chunks.push({ ...line, last: { stream, revision, id }, chain });
      await manifest.add(`${JSON.stringify(chunks.at(-1))}\n`);
      onProgress({ phase: 'exporting', events: eventsIn(chunks) });
    }
    if (!known?.isWhole || eventsIn(chunks) > before) await manifest.end();
    const events = eventsIn(chunks);
    return { events, added: events - before, chain, upTo };
  } finally {
    await manifest.close();
  }
}

/** What was exported last must still stand where it stood. */
async function refuseAnother(
  from: ExportLogOptions['from'],
  { log, chunks }: Manifest,
  head: Position,
): Promise<void> {
  if (logOf(head) !== log)
    throw new DomainError('EXPORT_OF_ANOTHER_LOG', { log: logOf(head), expected: log });
  const chunk = chunks.at(-1);
  if (!chunk) return;
  const { stream, revision, id } = chunk.last;
  const details = { event: eventsIn(chunks), stream, revision };
  if (isAfter(chunk.upTo, head)) throw new DomainError('LOG_BEHIND_EXPORT', details);
  for await (const event of from.readStream(stream, { from: revision, limit: 1 }))
    if (event.id === id && event.position === chunk.upTo) return;
  throw new DomainError('LOG_BEHIND_EXPORT', details);
}

interface Filled {
  readonly records: readonly Buffer[];
  readonly last: { readonly event: StoredEvent; readonly chain: Chain };
}

async function* chunksOf(
  events: AsyncIterable<StoredEvent>,
  begin: Chain,
  most: { events: number; bytes: number },
): AsyncGenerator<Filled> {
  let records: Buffer[] = [];
  let [bytes, before] = [0, begin];
  let last: Filled['last'] | undefined;
  for await (const event of events) {
    const { record, chain } = recordOf(event, before);
    if (last && (records.length >= most.events || bytes + record.length > most.bytes)) {
      yield { records, last };
      [records, bytes] = [[], 0];
    }
    records.push(record);
    bytes += record.length;
    before = chain;
    last = { event, chain };
  }
  if (last) yield { records, last };
}
