import { setTimeout as delay } from 'node:timers/promises';

/** How long to wait before the next try, in milliseconds. */
export interface Backoff {
  /** @default 200 */
  readonly baseMs: number;
  /** @default 30000 */
  readonly maxMs: number;
}

export const defaultBackoff: Backoff = { baseMs: 200, maxMs: 30_000 };

/** Doubles from `baseMs` to `maxMs`, with half of it random so that many do not come back at once. */
export function waitBefore(attempt: number, { baseMs, maxMs }: Backoff): number {
  const full = Math.min(maxMs, baseMs * 2 ** Math.min(attempt, 30));
  return full / 2 + (Math.random() * full) / 2;
}

/** Resolves after `ms`, or at once when `signal` aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
