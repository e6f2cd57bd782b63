import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * What is there, at most `size` items at a time and at least one: never waits for a batch to fill.
 * Reads up to one batch ahead while the last one is worked on. `leave` makes a source end that
 * would go on for ever; it is called when the reader goes. With `idleMs`, an empty batch tells that
 * nothing came for so long.
 */
export async function* batched<T>(
  source: AsyncIterable<T>,
  size: number,
  leave: () => void = () => undefined,
  { idleMs }: { idleMs?: number } = {},
): AsyncGenerator<T[]> {
  const changed = new EventEmitter();
  const buffer: T[] = [];
  const end: { reached: boolean; error?: unknown } = { reached: false };
  let left = false;

  const fill = async () => {
    try {
      for await (const item of source) {
        buffer.push(item);
        changed.emit('filled');
        while (buffer.length >= size && !left) await once(changed, 'emptied');
        if (left) return;
      }
    } catch (error) {
      end.error = error;
    } finally {
      end.reached = true;
      changed.emit('filled');
    }
  };

  const filling = fill();
  try {
    for (;;) {
      if (buffer.length === 0 && !end.reached) await filled(changed, idleMs);
      await nextTurn();
      const batch = buffer.splice(0, size);
      changed.emit('emptied');
      if (batch.length > 0 || (idleMs !== undefined && !end.reached)) yield batch;
      else if (end.reached) break;
    }
    if (end.error !== undefined) throw end.error;
  } finally {
    left = true;
    leave();
    changed.emit('emptied');
    await filling;
  }
}

/** Something came, or the time is over. */
async function filled(changed: EventEmitter, idleMs: number | undefined): Promise<void> {
  if (idleMs === undefined) return void (await once(changed, 'filled'));
  await once(changed, 'filled', { signal: AbortSignal.timeout(idleMs) }).catch(() => undefined);
}
