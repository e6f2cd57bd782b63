const FIRST_MS = 60_000;
const LONGEST_MS = 60 * 60_000;

interface Held {
  readonly stream: string;
  readonly rule: string;
  readonly failures: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * Clocks that could not be judged. Each is tried again after a minute, then after twice as long each
 * time, up to an hour, so that they never take the place of those that can be judged.
 */
export class HeldClocks {
  readonly #held = new Map<string, Held>();

  get size(): number {
    return this.#held.size;
  }

  hold(stream: string, rule: string, now: Date): void {
    const failures = (this.#held.get(keyOf(stream, rule))?.failures ?? 0) + 1;
    const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10));
    this.#held.set(keyOf(stream, rule), { stream, rule, failures, until: now.getTime() + wait });
  }

  release(stream: string, rule: string): void {
    this.#held.delete(keyOf(stream, rule));
  }

  /** Those whose time has not come again. */
  waiting(now: Date): Pick<Held, 'stream' | 'rule'>[] {
    return [...this.#held.values()].filter(({ until }) => until > now.getTime());
  }
}

const keyOf = (stream: string, rule: string): string => `${stream} ${rule}`;
