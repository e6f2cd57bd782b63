import { comparePositions, type Position, type StoredEvent } from '@minh-bach/event-store';
import type { DataSource } from 'typeorm';
import { applyBatch } from './apply-batch.ts';
import { batched } from './batched.ts';
import { bytesOf, MOST_BATCH_BYTES } from './batch-bytes.ts';
import type { Checkpoint } from './checkpoint.ts';
import { prefixesOf, type Settings } from './options.ts';

/** Applies what lies between the checkpoint and `end`, and ends there. */
export async function catchUp(
  dataSource: DataSource,
  settings: Settings,
  from: Checkpoint,
  end: Position,
  { signal, onBatch }: { signal?: AbortSignal; onBatch?: (at: Checkpoint) => void } = {},
): Promise<Checkpoint> {
  const { store, batchSize } = settings;
  const after = from.position === undefined ? {} : { after: from.position };
  const events = upTo(end, store.readAll({ prefixes: prefixesOf(settings), ...after }));
  let at = from;
  const bounds = { size: batchSize, most: MOST_BATCH_BYTES, weigh: bytesOf };
  for await (const batch of batched(events, bounds)) {
    signal?.throwIfAborted();
    const position = batch.at(-1)?.position ?? end;
    at = await applyBatch(dataSource, settings, at, { events: batch, position });
    onBatch?.(at);
  }
  if (at.position !== undefined && comparePositions(at.position, end) >= 0) return at;
  return applyBatch(dataSource, settings, at, { events: [], position: end });
}

async function* upTo(end: Position, events: AsyncIterable<StoredEvent>) {
  for await (const event of events) {
    if (comparePositions(event.position, end) > 0) return;
    yield event;
  }
}
