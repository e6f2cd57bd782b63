import { createHash } from 'node:crypto';
import type { Clock } from '@minh-bach/kernel';
import type { Pool } from 'pg';

/** Mistypings that cost nothing. */
const FREE_TRIES = 5;
const MAX_DELAY_S = 30;
/** After so long without a try, all is forgotten. */
const FORGET_S = 15 * 60;
/** Tries of a network for an account that no other network's failures delay. */
const NEWCOMER_TRIES = 3;

/** Who tries: under which name, from which browser of this person if it is known, from which network. */
export interface Tryer {
  readonly username: string;
  readonly device: string | undefined;
  readonly network: string;
}

interface Counted {
  readonly key: string;
  readonly failures: number;
  readonly last_at: Date;
  readonly next_at: Date;
}

/**
 * Delays, never locks: after a few failures the next try has to wait 1, 2, 4 … at most 30 seconds.
 * Counted under the name that was typed, whether or not anybody has it, and under the network. What all
 * networks failed delays those that failed before, so that one that takes every try there is does not
 * keep the owner out. A browser in which this person has signed in before is counted apart (OWASP's
 * device cookie).
 */
export class Throttle {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one try: counts it as failed before it is made, so that tries at the same moment count.
   *
   * @returns seconds to wait when it is too early
   */
  async take(tryer: Tryer): Promise<number> {
    const { own, all } = keysOf(tryer);
    const { seconds, isNewcomer } = await this.#standing(tryer);
    if (seconds > 0) return seconds;
    const inTurn = all === undefined || (await this.#count(all)) || isNewcomer;
    if (inTurn && (await this.#count(own))) return 0;
    return Math.max(1, await this.wait(tryer));
  }

  /** @returns seconds to wait before the next try; counts nothing */
  async wait(tryer: Tryer): Promise<number> {
    return (await this.#standing(tryer)).seconds;
  }

  async succeeded(tryer: Tryer): Promise<void> {
    const { own, all } = keysOf(tryer);
    await this.pool.query('DELETE FROM signin.attempts WHERE key = ANY ($1)', [[own, all]]);
  }

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - FORGET_S * 1000);
    await this.pool.query('DELETE FROM signin.attempts WHERE last_at < $1', [before]);
  }

  async #standing(tryer: Tryer): Promise<{ seconds: number; isNewcomer: boolean }> {
    const now = this.clock.now().getTime();
    const { own, all } = keysOf(tryer);
    const { rows } = await this.pool.query<Counted>(
      'SELECT key, failures, last_at, next_at FROM signin.attempts WHERE key = ANY ($1)',
      [[own, all]],
    );
    const known = rows.filter(({ last_at }) => now - last_at.getTime() <= FORGET_S * 1000);
    const failed = known.find(({ key }) => key === own)?.failures ?? 0;
    const isNewcomer = failed < NEWCOMER_TRIES;
    const seconds = known
      .filter(({ key }) => key === own || !isNewcomer)
      .map(({ next_at }) => Math.ceil((next_at.getTime() - now) / 1000));
    return { seconds: Math.max(0, ...seconds), isNewcomer };
  }

  /** @returns whether it was not too early; if it was, nothing is counted */
  async #count(key: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `INSERT INTO signin.attempts AS a (key, failures, last_at, next_at) VALUES ($1, 1, $2, $2)
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN a.last_at < $2::timestamptz - make_interval(secs => $3) THEN 1 ELSE a.failures + 1 END,
         last_at = $2,
         next_at = CASE
           WHEN a.last_at < $2::timestamptz - make_interval(secs => $3) OR a.failures + 1 < $4 THEN $2
           ELSE $2::timestamptz + make_interval(secs => least($5, 2 ^ least(a.failures + 1 - $4, 10)))
         END
       WHERE a.next_at <= $2
       RETURNING key`,
      [key, this.clock.now(), FORGET_S, FREE_TRIES, MAX_DELAY_S],
    );
    return rowCount === 1;
  }
}

function keysOf({ username, device, network }: Tryer): { own: string; all?: string } {
  if (device !== undefined) return { own: hash([username, device]) };
  return { own: hash([username, null, network]), all: hash([username, null]) };
}

/** Hashed: what people mistype into a name field may be their password. */
const hash = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
