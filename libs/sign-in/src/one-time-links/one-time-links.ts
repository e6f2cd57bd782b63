import type { Clock } from '@minh-bach/kernel';
import type { Pool, PoolClient } from 'pg';
import { randomToken, tokenHash } from '../seal.ts';

const LIFETIME_MS = 60 * 60 * 1000;

/** The `sub` of the account to be made, and the `sub` of whoever asked for the link. */
export interface Invitation {
  readonly subject: string;
  /** Other `sub`s of the same person: who has an account under one gets no second. */
  readonly former?: readonly string[];
  readonly by: string;
}

export interface DrawnLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Works now; an invitation also only while nobody has the account it is for. */
const WORKS = `hash = $1 AND used_at IS NULL AND expires_at > $2
  AND NOT EXISTS (SELECT 1 FROM signin.accounts WHERE sub = subject)`;

/** Links that work once and for an hour; 256 random bits, of which only the hash is kept. */
export class OneTimeLinks {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** One for each of the first administrators that are missing; every such link before stops working. */
  async draw(count: number): Promise<DrawnLink[]> {
    const links = Array.from({ length: count }, () => this.#newLink());
    await this.pool.query(
      `WITH earlier AS (DELETE FROM signin.one_time_links WHERE subject IS NULL)
       INSERT INTO signin.one_time_links (hash, expires_at)
       SELECT * FROM unnest($1::text[], $2::timestamptz[])`,
      [links.map(({ token }) => tokenHash(token)), links.map(({ expiresAt }) => expiresAt)],
    );
    return links;
  }

  /** For the account of one person; the earlier ones for it stop working and stay on record. */
  async invite({ subject, by }: Invitation): Promise<DrawnLink> {
    const link = this.#newLink();
    await this.pool.query(
      `WITH earlier AS (
         UPDATE signin.one_time_links SET expires_at = least(expires_at, $5) WHERE subject = $3
       )
       INSERT INTO signin.one_time_links (hash, expires_at, subject, drawn_by, drawn_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [tokenHash(link.token), link.expiresAt, subject, by, this.clock.now()],
    );
    return link;
  }

  /** @returns for whose account it is, `null` for the first administrator's; undefined for a dead one */
  async find(token: string): Promise<{ subject: string | null } | undefined> {
    const found = await this.pool.query<{ subject: string | null }>(
      `SELECT subject FROM signin.one_time_links WHERE ${WORKS}`,
      [tokenHash(token), this.clock.now()],
    );
    return found.rows[0];
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
      const used = await db.query(`UPDATE signin.one_time_links SET used_at = $2 WHERE ${WORKS}`, [
        tokenHash(token),
        now,
      ]);
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

  #newLink(): DrawnLink {
    const expiresAt = new Date(this.clock.now().getTime() + LIFETIME_MS);
    return { token: randomToken(), expiresAt };
  }
}
