import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '@minh-bach/kernel';
import type { Pool, PoolClient } from 'pg';
import { randomToken, tokenHash } from '../seal.ts';
import type { CodeHash } from './code-hash.ts';

export const LIFETIME_MS = 60 * 60 * 1000;

/** So many wrong codes end an invitation. */
export const CODE_TRIES = 5;

export interface DrawnLink {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Works at $1; an invitation also only while nobody has the account it is for. */
export const WORKS = `used_at IS NULL AND expires_at > $1 AND code_tries < ${CODE_TRIES}
  AND NOT EXISTS (SELECT 1 FROM signin.accounts WHERE sub = subject)`;

/** The product itself drew it, for one of the first administrators; an administrator drew any other. */
const DRAWN_BY_NOBODY = '(drawn_by IS NULL)';

export interface FoundLink {
  /** For whose account it is; `null`: one of the first administrators, whom the directory lacks. */
  readonly subject: string | null;
  /** By an administrator; otherwise it is one of the first administrators'. */
  readonly invited: boolean;
}

/** Links that work once and for an hour; 256 random bits, of which only the hash is kept. */
export class OneTimeLinks {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly hashOf: CodeHash,
  ) {}

  /**
   * One for each of the first administrators that are missing; every such link before stops working.
   *
   * @param subjects of those whom the directory has already; `null`: somebody new
   */
  async draw(subjects: readonly (string | null)[]): Promise<DrawnLink[]> {
    const expiresAt = new Date(this.clock.now().getTime() + LIFETIME_MS);
    const links = subjects.map(() => ({ token: randomToken(), expiresAt }));
    await this.pool.query(
      `WITH earlier AS (DELETE FROM signin.one_time_links WHERE ${DRAWN_BY_NOBODY})
       INSERT INTO signin.one_time_links (hash, expires_at, subject)
       SELECT hash, $2, subject FROM unnest($1::text[], $3::text[]) AS drawn (hash, subject)`,
      [links.map(({ token }) => tokenHash(token)), expiresAt, subjects],
    );
    return links;
  }

  /** @returns undefined for a dead one */
  async find(token: string): Promise<FoundLink | undefined> {
    const found = await this.pool.query<FoundLink>(
      `SELECT subject, NOT ${DRAWN_BY_NOBODY} AS invited FROM signin.one_time_links
        WHERE hash = $2 AND ${WORKS}`,
      [this.clock.now(), tokenHash(token)],
    );
    return found.rows[0];
  }

  /**
   * Takes one try at an invitation's code. It is counted before the code is looked at, so that tries
   * at the same moment count; only the right code gives its try back.
   */
  async tryCode(token: string, code: string): Promise<'right' | 'wrong' | 'ended'> {
    const hash = tokenHash(token);
    const { rows } = await this.pool.query<{ code_hash: string | null; code_tries: number }>(
      `UPDATE signin.one_time_links SET code_tries = code_tries + 1
        WHERE hash = $2 AND NOT ${DRAWN_BY_NOBODY} AND ${WORKS} RETURNING code_hash, code_tries`,
      [this.clock.now(), hash],
    );
    const link = rows[0];
    if (!link) return 'ended';
    const typed = Buffer.from(this.hashOf(hash, code));
    const right = Buffer.from(link.code_hash ?? '');
    if (typed.length === right.length && timingSafeEqual(typed, right)) {
      await this.pool.query(
        'UPDATE signin.one_time_links SET code_tries = code_tries - 1 WHERE hash = $1',
        [hash],
      );
      return 'right';
    }
    return link.code_tries < CODE_TRIES ? 'wrong' : 'ended';
  }

  /**
   * Does the work in the transaction that uses the link up: of two who come at once one finds it
   * used, and when the work fails the link still works. An invitation is used with its code only.
   *
   * @returns false when the link does not work (any more)
   */
  async use(token: string, code: string, work: (db: PoolClient) => Promise<void>) {
    const hash = tokenHash(token);
    const db = await this.pool.connect();
    try {
      await db.query('BEGIN');
      const used = await db.query(
        `UPDATE signin.one_time_links SET used_at = $1
          WHERE hash = $2 AND ${WORKS} AND (${DRAWN_BY_NOBODY} OR code_hash = $3)`,
        [this.clock.now(), hash, this.hashOf(hash, code)],
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
