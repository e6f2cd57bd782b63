import { Together, type Clock } from '@minh-bach/kernel';
import { box, randomToken, tokenHash } from '@minh-bach/sign-in';
import type { Box } from '@minh-bach/sign-in';
import type { Pool } from 'pg';
import type { SignedIn, Tokens } from './relying-party.ts';

const MINUTE_MS = 60_000;
export const IDLE_MS = 30 * MINUTE_MS;
export const ABSOLUTE_MS = 10 * 60 * MINUTE_MS;
/** Of one person at once; a further one ends the oldest. */
const MOST = 3;
/** Bounds the memory of tokens that are kept in clear; more than people who work at once. */
const MOST_OPENED = 2_000;

export interface Session {
  readonly idHash: string;
  readonly issuer: string;
  readonly subject: string;
  readonly tokens: Tokens;
  readonly createdAt: Date;
}

interface Row {
  readonly id_hash: string;
  readonly issuer: string;
  readonly subject: string;
  readonly tokens: Buffer;
  readonly created_at: Date;
  readonly seen_at: Date;
}

/**
 * Browser sessions, in `signin.sessions`: the cookie's value is kept as a hash and the tokens
 * sealed, so the table opens no door. Ends after 30 minutes without a request, after 10 hours
 * anyway, and at once when told.
 */
export class Sessions {
  readonly #box: Box;
  readonly #opened = new Map<string, { readonly sealed: Buffer; readonly tokens: Tokens }>();
  readonly #rows = new Together<string, Row | undefined>(async (idHashes) => {
    const { rows } = await this.pool.query<Row>({
      name: 'sessions-find',
      text: 'SELECT * FROM signin.sessions WHERE id_hash = ANY($1)',
      values: [[...new Set(idHashes)]],
    });
    const found = new Map(rows.map((row) => [row.id_hash, row]));
    return idHashes.map((idHash) => found.get(idHash));
  });

  constructor(
    private readonly pool: Pool,
    sealKey: string,
    private readonly clock: Clock,
  ) {
    this.#box = box(Buffer.from(sealKey, 'base64url'));
  }

  /** @returns the cookie's value: new at every sign-in, so none can be planted beforehand */
  async begin({ issuer, subject, tokens }: SignedIn): Promise<string> {
    const id = randomToken();
    const idHash = tokenHash(id);
    await this.pool.query(
      `INSERT INTO signin.sessions (id_hash, issuer, subject, tokens, created_at, seen_at)
       VALUES ($1, $2, $3, $4, $5, $5)`,
      [idHash, issuer, subject, this.#seal(idHash, tokens), this.clock.now()],
    );
    await this.pool.query(
      `DELETE FROM signin.sessions WHERE id_hash IN (
         SELECT id_hash FROM signin.sessions WHERE issuer = $1 AND subject = $2
         ORDER BY created_at DESC, id_hash = $3 DESC OFFSET $4)`,
      [issuer, subject, idHash, MOST],
    );
    return id;
  }

  /** @param touch false when nobody is at the desk: what a page asks by itself keeps nothing open */
  async find(id: string, { touch = true } = {}): Promise<Session | undefined> {
    const idHash = tokenHash(id);
    const now = this.clock.now();
    const row = await this.#rows.ask(idHash);
    if (!row || row.seen_at <= before(now, IDLE_MS) || row.created_at <= before(now, ABSOLUTE_MS))
      return undefined;
    // Once a minute is enough to know that somebody is there.
    if (touch && now.getTime() - row.seen_at.getTime() > MINUTE_MS) {
      await this.pool.query('UPDATE signin.sessions SET seen_at = $2 WHERE id_hash = $1', [
        idHash,
        now,
      ]);
    }
    return this.#open(row);
  }

  /**
   * Gives the session new tokens, one at a time: a refresh token is used once, and two that use the
   * same would end the sign-in. Whoever waited gets what the first one brought.
   *
   * @param renew asked with the tokens as they are; `undefined` ends the session
   */
  async renew(
    idHash: string,
    renew: (tokens: Tokens) => Promise<Tokens | undefined>,
  ): Promise<Tokens | undefined> {
    const db = await this.pool.connect();
    try {
      await db.query('BEGIN');
      const { rows } = await db.query<Row>(
        'SELECT * FROM signin.sessions WHERE id_hash = $1 FOR UPDATE',
        [idHash],
      );
      const tokens = rows[0] && (await renew(this.#open(rows[0]).tokens));
      await (tokens
        ? db.query('UPDATE signin.sessions SET tokens = $2 WHERE id_hash = $1', [
            idHash,
            this.#seal(idHash, tokens),
          ])
        : db.query('DELETE FROM signin.sessions WHERE id_hash = $1', [idHash]));
      await db.query('COMMIT');
      return tokens;
    } catch (error) {
      await db.query('ROLLBACK');
      throw error;
    } finally {
      db.release();
    }
  }

  async end(idHash: string): Promise<void> {
    await this.pool.query('DELETE FROM signin.sessions WHERE id_hash = $1', [idHash]);
    this.#opened.delete(idHash);
  }

  /** Whoever lost a right, or his account: at once, everywhere. */
  async endAll(issuer: string, subject: string): Promise<void> {
    await this.pool.query('DELETE FROM signin.sessions WHERE issuer = $1 AND subject = $2', [
      issuer,
      subject,
    ]);
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.pool.query('DELETE FROM signin.sessions WHERE seen_at <= $1 OR created_at <= $2', [
      before(now, IDLE_MS),
      before(now, ABSOLUTE_MS),
    ]);
  }

  #seal(idHash: string, tokens: Tokens): Buffer {
    return this.#box.seal(JSON.stringify(tokens), `session/${idHash}`);
  }

  #open(row: Row): Session {
    const { id_hash: idHash, issuer, subject, created_at: createdAt } = row;
    return { idHash, issuer, subject, createdAt, tokens: this.#tokensIn(row) };
  }

  /** The same bytes are opened once. */
  #tokensIn({ id_hash: idHash, tokens: sealed }: Row): Tokens {
    const known = this.#opened.get(idHash);
    if (known?.sealed.equals(sealed)) return known.tokens;
    const tokens = JSON.parse(this.#box.open(sealed, `session/${idHash}`)) as Tokens;
    if (this.#opened.size >= MOST_OPENED) this.#opened.clear();
    this.#opened.set(idHash, { sealed, tokens });
    return tokens;
  }
}

const before = (instant: Date, ms: number): Date => new Date(instant.getTime() - ms);
