import { createHash } from 'node:crypto';
import type { Clock } from '@minh-bach/kernel';
import type { Pool } from 'pg';

/** Mistypings that cost nothing. */
const FREE_TRIES = 5;
const MAX_DELAY_S = 30;
/** After so long without a try, all is forgotten. */
const FORGET_S = 15 * 60;

/**
 * Delays, never locks: after a few failures the next try has to wait 1, 2, 4 … at most 30 seconds.
 * Counted under the name that was typed, whether or not anybody has it; a browser in which this
 * person has signed in before is counted apart (OWASP's device cookie), so that whoever floods a
 * name from elsewhere does not keep its owner out.
 */
export class Throttle {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one try: counts it as failed before it is made, so that tries at the same moment count.
   *
   * @returns seconds to wait when it is too early; then nothing is counted
   */
  async take(username: string, device: string | undefined): Promise<number> {
    const now = this.clock.now();
    const taken = await this.pool.query(
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
      [key(username, device), now, FORGET_S, FREE_TRIES, MAX_DELAY_S],
    );
    return taken.rowCount ? 0 : Math.max(1, await this.wait(username, device));
  }

  /** @returns seconds to wait before the next try; counts nothing */
  async wait(username: string, device: string | undefined): Promise<number> {
    const now = this.clock.now();
    const { rows } = await this.pool.query<{ next_at: Date }>(
      'SELECT next_at FROM signin.attempts WHERE key = $1',
      [key(username, device)],
    );
    const next = rows[0]?.next_at ?? now;
    return Math.max(0, Math.ceil((next.getTime() - now.getTime()) / 1000));
  }

  async succeeded(username: string, device: string | undefined): Promise<void> {
    await this.pool.query('DELETE FROM signin.attempts WHERE key = $1', [key(username, device)]);
  }

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - FORGET_S * 1000);
    await this.pool.query('DELETE FROM signin.attempts WHERE last_at < $1', [before]);
  }
}

/** Hashed: what people mistype into a name field may be their password. */
const key = (username: string, device: string | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([username, device ?? null]))
    .digest('base64url');
