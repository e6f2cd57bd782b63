import { setTimeout as delay } from 'node:timers/promises';

const silent = Symbol('silent');

/**
 * Gathers what comes at once into arrays of up to `size`; what comes alone goes on alone after
 * `lingerMs`. Asks for the next item only while a chunk is being gathered: back-pressure.
 *
 * Whoever leaves the loop early must also abort the source: one that waits for its next item hears
 * nothing else.
 */
export async function* chunks<T>(
  source: AsyncIterable<T>,
  { size, lingerMs = 2 }: { size: number; lingerMs?: number },
): AsyncGenerator<T[]> {
  const items = source[Symbol.asyncIterator]();
  let next = items.next();
  try {
    for (;;) {
      const first = await next;
      if (first.done) return;
      const chunk = [first.value];
      const lingered = delay(lingerMs, silent);
      next = items.next();
      while (chunk.length < size) {
        // A failure of the source is told after the chunk before it.
        const item = await Promise.race([next.catch(() => silent), lingered]);
        if (typeof item === 'symbol' || item.done) break;
        chunk.push(item.value);
        next = items.next();
      }
      next.catch(() => undefined);
      yield chunk;
    }
  } finally {
    void items.return?.().catch(() => undefined);
  }
}
