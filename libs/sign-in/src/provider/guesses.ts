import type { Clock } from '@minh-bach/kernel';

/** Mistypings that cost nothing: an office may share one address. */
const FREE = 10;
const MAX_DELAY_S = 60;
/** From here on nothing more is taken until all is forgotten. */
const MOST = 50;
const FORGET_S = 15 * 60;
const MOST_CALLERS = 10_000;

interface Count {
  readonly wrong: number;
  readonly lastAt: number;
  readonly nextAt: number;
}

/**
 * Wrong device codes, by network: the next try waits 1, 2, 4 … 60 seconds, and after
 * 50 wrong ones a quarter of an hour. In memory, as the other limits by address are.
 */
export class Guesses {
  readonly #counts = new Map<string, Count>();
  /** Wrong codes since the start. */
  wrong = 0;

  constructor(private readonly clock: Clock) {}

  /** @returns seconds to wait */
  wait(caller: string): number {
    return Math.max(0, Math.ceil((this.#of(caller)?.nextAt ?? 0) - this.#now()));
  }

  failed(caller: string): void {
    this.wrong += 1;
    const now = this.#now();
    const wrong = (this.#of(caller)?.wrong ?? 0) + 1;
    const delay =
      wrong >= MOST ? FORGET_S : wrong < FREE ? 0 : Math.min(MAX_DELAY_S, 2 ** (wrong - FREE));
    // The oldest goes first; a caller that fails again is the youngest.
    this.#counts.delete(caller);
    this.#counts.set(caller, { wrong, lastAt: now, nextAt: now + delay });
    for (const oldest of this.#counts.keys()) {
      if (this.#counts.size <= MOST_CALLERS) break;
      this.#counts.delete(oldest);
    }
  }

  #of(caller: string): Count | undefined {
    const count = this.#counts.get(caller);
    return count && this.#now() - count.lastAt <= FORGET_S ? count : undefined;
  }

  #now(): number {
    return this.clock.now().getTime() / 1000;
  }
}
