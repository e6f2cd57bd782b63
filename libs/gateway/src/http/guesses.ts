import type { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { GUESSES } from './limits.ts';
import { Refusal } from './problem.ts';

type Limits = { readonly [Name in keyof typeof GUESSES]: number };

interface Asker {
  /** ms; what was missed before counts no longer then. */
  endsAt: number;
  readonly missed: Set<string>;
  /** Being looked up now, with how often: many at once must not get past the limit. */
  asked: Map<string, number>;
}

/**
 * Slows people who look for numbers that they do not know. After too many misses no number is looked
 * up for them until the minute is over; everything else goes on.
 */
export class Guesses {
  readonly #askers = new Map<string, Asker>();

  constructor(
    /** Told once a window and asker, without saying who it is. */
    private readonly onBurst: () => void,
    private readonly limits: Limits = GUESSES,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Before a number is looked up; slower the more were missed.
   *
   * @param answer its `close` comes in any case; Fastify's `onResponse` stays away when the asker goes
   * @throws Refusal `TOO_MANY_REQUESTS`
   */
  async admit(key: string, number: string, answer: EventEmitter): Promise<void> {
    const { free, stepMs, slowestMs, most } = this.limits;
    const asker = this.#asker(key);
    const size = asker.missed.size + Math.max(0, asker.asked.size - free);
    if (size > most) {
      const retryAfter = Math.max(1, Math.ceil((asker.endsAt - this.now()) / 1_000));
      throw new Refusal('TOO_MANY_REQUESTS', {}, { retryAfter });
    }
    const { asked } = asker;
    asked.set(number, (asked.get(number) ?? 0) + 1);
    answer.once('close', () => {
      const left = (asked.get(number) ?? 1) - 1;
      if (left > 0) asked.set(number, left);
      else asked.delete(number);
    });
    if (size > free) await sleep(Math.min(slowestMs, (size - free) * stepMs));
  }

  missed(key: string, number: string): void {
    const { missed } = this.#asker(key);
    if (missed.has(number)) return;
    missed.add(number);
    if (missed.size === this.limits.free + 1) this.onBurst();
  }

  #asker(key: string): Asker {
    const known = this.#askers.get(key);
    const endsAt = this.now() + this.limits.windowMs;
    if (known === undefined) {
      const [oldest] = this.#askers.keys();
      if (oldest !== undefined && this.#askers.size >= this.limits.askers)
        this.#askers.delete(oldest);
      const asker = { endsAt, missed: new Set<string>(), asked: new Map<string, number>() };
      this.#askers.set(key, asker);
      return asker;
    }
    if (known.endsAt > this.now()) return known;
    known.missed.clear();
    known.asked = new Map();
    known.endsAt = endsAt;
    return known;
  }
}
