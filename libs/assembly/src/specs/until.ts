import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until the answer is yes. @throws the last reason when it never is */
export async function until(
  what: string,
  ask: () => Promise<boolean> | boolean,
  { withinMs = 60_000, everyMs = 100 } = {},
): Promise<void> {
  const end = performance.now() + withinMs;
  let reason: unknown;
  while (performance.now() < end) {
    try {
      if (await ask()) return;
    } catch (error) {
      reason = error;
    }
    await delay(everyMs);
  }
  throw new Error(`never in ${withinMs} ms: ${what}`, { cause: reason });
}
