import { DomainError } from '@minh-bach/kernel';
import type { DataSource } from 'typeorm';
import { AdvisoryLock, locksOf } from './advisory-lock.ts';
import { Beside } from './beside.ts';
import { readCheckpoint } from './checkpoint.ts';
import type { Settings } from './options.ts';
import { dropSchema } from './prepare-schema.ts';
import type { RebuildProgress } from './status.ts';
import { swap } from './swap.ts';

export interface RebuildOptions {
  /** After each batch, and once when it is done. */
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
}

/** Rounds of catching up before the swap: each is as long as the log grew during the one before. */
const ROUNDS = 10;

/**
 * Builds `<schema>_next` from the beginning of the log while `<schema>` goes on, then swaps. May be
 * killed at any moment and started again.
 *
 * @throws DomainError `REBUILD_RUNNING`: another process is at it
 */
export async function rebuild(
  live: DataSource,
  settings: Settings,
  { onProgress = () => undefined, signal }: RebuildOptions = {},
): Promise<void> {
  const { url, schema, store, batchSize, behind } = settings;
  const lock = await AdvisoryLock.try(url, locksOf(schema).rebuild);
  if (!lock) throw new DomainError('REBUILD_RUNNING', { schema });
  let next: Beside | undefined;
  try {
    const stop = AbortSignal.any(signal ? [signal, lock.lost] : [lock.lost]);
    const total = (await readCheckpoint(live)).events;
    const begun = performance.now();
    const report = (phase: RebuildProgress['phase'], done: number) => {
      const eventsPerSecond = Math.round((1000 * done) / Math.max(1, performance.now() - begun));
      onProgress({ phase, done, total: Math.max(total, done), eventsPerSecond });
    };
    await dropSchema(url, `${schema}_old`);

    // 1. Beside the live one, as near to the head as a moving log lets us come.
    next = await Beside.create(settings, 'next');
    const onBatch = ({ events }: { events: number }) => report('building', events);
    for (let round = 0; round < ROUNDS; round++) {
      const end = (await behind?.wasBuilt()) ? await behind?.position() : await store.head();
      const applied = end ? await next.catchUpTo(end, { signal: stop, onBatch }) : 0;
      if (applied < batchSize) break;
    }
    // Where both are built at once, this one is shown second.
    const { position } = next.checkpoint;
    if (position !== undefined) await behind?.hasCommitted(position, stop);
    stop.throwIfAborted();

    // 2. The live one stands still for the rest, and for the renaming.
    report('swapping', next.checkpoint.events);
    await swap(settings, next, stop);
    report('done', next.checkpoint.events);
  } finally {
    await next?.close();
    await lock.release();
  }
  // Waits for the last statement that still reads it.
  await dropSchema(url, `${schema}_old`);
}
