import type { Clock } from '@minh-bach/kernel';
import type { Pool, PoolClient } from 'pg';
import { randomToken, tokenHash } from '../seal.ts';

const LIFETIME_MS = 60 * 60 * 1000;

/** Links that work once and for an hour; 256 random bits, of which only the hash is kept. */
export class OneTimeLinks {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** A new one; every one before it stops working. */
  async draw(): Promise<{ token: string; expiresAt: Date }> {
    const token = randomToken();
    const expiresAt = new Date(this.clock.now().getTime() + LIFETIME_MS);
    await this.pool.query(
      `WITH earlier AS (DELETE FROM signin.one_time_links)
       INSERT INTO signin.one_time_links (hash, expires_at) VALUES ($1, $2)`,
      [tokenHash(token), expiresAt],
    );
    return { token, expiresAt };
  }

  async works(token: string): Promise<boolean> {
    const found = await this.pool.query(
      'SELECT 1 FROM signin.one_time_links WHERE hash = $1 AND used_at IS NULL AND expires_at > $2',
      [tokenHash(token), this.clock.now()],
    );
    return found.rowCount === 1;
  }

  /**
   * Does the work in the transaction that uses the link up: of two who come at once one finds it
   * used, and when the work fails the link still works.
   *
   * @returns false when the link does not work (any more)
   */
  async use(token: string, work: (db: PoolClient) => Promise<void>): Promise<boolean> {
    const db = await this.pool.connect();
    try {
      await db.query('BEGIN');
      const now = this.clock.now();
      const used = await db.query(
        `UPDATE signin.one_time_links SET used_at = $2
         WHERE hash = $1 AND used_at IS NULL AND expires_at > $2`,
        [tokenHash(token), now],
      );
      if (used.rowCount === 1) await work(db);
      await db.query('COMMIT');
      return used.rowCount === 1;
    } catch (error) {
      await db.query('ROLLBACK');
      throw error;
    } finally {
      db.release();
    }
  }
}
