import type { Position, SubscriptionMessage } from '@minh-bach/event-store';
import type { DataSource } from 'typeorm';
import { applyBatch, isApplied } from './apply-batch.ts';
import { batched } from './batched.ts';
import { bytesOf, MOST_BATCH_BYTES } from './batch-bytes.ts';
import type { Checkpoint } from './checkpoint.ts';
import { prefixesOf, type Settings } from './options.ts';

/**
 * How often a checkpoint is written while nothing of this service is in the log: so long after others'
 * last event, too. A process that stands by knows by it alone that the rows are as new as the log.
 */
const IDLE_CHECKPOINT_MS = 1000;

/** Applies the log as it grows, until `signal` aborts or something goes wrong. */
export async function follow(
  dataSource: DataSource,
  settings: Settings,
  from: Checkpoint,
  {
    signal,
    onMove,
  }: {
    signal: AbortSignal;
    /** @param committed the checkpoint that this process wrote last */
    onMove: (
      position: Position,
      caughtUp: boolean,
      streams: readonly string[],
      committed: Position | undefined,
    ) => void;
  },
): Promise<void> {
  const { store, batchSize, behind } = settings;
  const left = new AbortController();
  const messages = store.subscribe({
    prefixes: prefixesOf(settings),
    batchSize,
    signal: AbortSignal.any([signal, left.signal]),
    ...(from.position !== undefined && { after: from.position }),
  });
  let at = from;
  let seen = from.position;
  let caughtUp = false;
  let written = performance.now();
  const quiet = { idleMs: IDLE_CHECKPOINT_MS };
  const bounds = { size: batchSize, most: MOST_BATCH_BYTES, weigh: weightOf };
  for await (const batch of batched(messages, bounds, () => left.abort(), quiet)) {
    if (signal.aborted) return;
    const last = batch.at(-1);
    if (last) seen = placeOf(last);
    if (seen === undefined) continue;
    const events = batch
      .flatMap((message) => (message.kind === 'event' ? [message.event] : []))
      .filter((event) => isApplied(settings, event));
    const due = seen !== at.position && performance.now() - written >= IDLE_CHECKPOINT_MS;
    const newest = events.at(-1)?.position;
    if (newest !== undefined) await behind?.hasCommitted(newest, signal);
    if (signal.aborted) return;
    // Others' events move the log, too: worth a look, not worth a transaction each.
    if (events.length > 0 || due) {
      at = await applyBatch(dataSource, settings, at, { events, position: seen });
      written = performance.now();
    }
    if (!last) continue;
    caughtUp ||= batch.some(({ kind }) => kind === 'caughtUp');
    onMove(
      seen,
      caughtUp,
      events.map(({ stream }) => stream),
      at.position,
    );
  }
}

const weightOf = (message: SubscriptionMessage): number =>
  message.kind === 'event' ? bytesOf(message.event) : 0;

const placeOf = (message: SubscriptionMessage): Position =>
  message.kind === 'event' ? message.event.position : message.position;
