import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until it holds; fails with what was seen last. */
export async function eventually<T>(holds: () => Promise<T>, withinMs = 30_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await holds();
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    await sleep(20);
  }
}
