import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface Bounds<T> {
  /** Items a batch. */
  readonly size: number;
  /** What they may weigh together; one alone may weigh more. */
  readonly most: number;
  weigh(item: T): number;
}

/**
 * What is there, at most so many items at a time and at least one: never waits for a batch to fill.
 * Reads up to one batch ahead while the last one is worked on. `leave` makes a source end that
 * would go on for ever; it is called when the reader goes. With `idleMs`, an empty batch tells that
 * nothing came for so long.
 */
export async function* batched<T>(
  source: AsyncIterable<T>,
  bounds: Bounds<T>,
  leave: () => void = () => undefined,
  { idleMs }: { idleMs?: number } = {},
): AsyncGenerator<T[]> {
  const changed = new EventEmitter();
  const buffer = new Buffered(bounds);
  const end: { reached: boolean; error?: unknown } = { reached: false };
  let left = false;

  const fill = async () => {
    try {
      for await (const item of source) {
        buffer.add(item);
        changed.emit('filled');
        while (buffer.isFull && !left) await once(changed, 'emptied');
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
      if (buffer.isEmpty && !end.reached) await filled(changed, idleMs);
      await nextTurn();
      const batch = buffer.take();
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

/** What was read ahead: full by one item more at most. */
class Buffered<T> {
  #items: T[] = [];
  #weight = 0;

  constructor(private readonly bounds: Bounds<T>) {}

  get isEmpty(): boolean {
    return this.#items.length === 0;
  }

  get isFull(): boolean {
    return this.#items.length >= this.bounds.size || this.#weight >= this.bounds.most;
  }

  add(item: T): void {
    this.#items.push(item);
    this.#weight += this.bounds.weigh(item);
  }

  take(): T[] {
    const taken = this.#items;
    this.#items = [];
    this.#weight = 0;
    return taken;
  }
}

/** Something came, or the time is over. */
async function filled(changed: EventEmitter, idleMs: number | undefined): Promise<void> {
  if (idleMs === undefined) return void (await once(changed, 'filled'));
  await once(changed, 'filled', { signal: AbortSignal.timeout(idleMs) }).catch(() => undefined);
}
