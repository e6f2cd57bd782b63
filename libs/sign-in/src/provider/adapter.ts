import { createHmac } from 'node:crypto';
import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import type { Pool } from 'pg';
import { tokenHash } from '../seal.ts';
import type { Box } from '../seal.ts';
import { currentCaller } from './caller.ts';

/** Rows that nobody has signed in for yet, of each kind: of one network, and in all. */
const MOST_OF_CALLER = 300;
const MOST_IN_ALL = 20_000;
/** All are counted now and then, not at each row. */
const COUNT_EVERY = 100;

interface Row {
  readonly id: string;
  readonly payload: Buffer;
  readonly consumed_at: Date | null;
}

/**
 * What the provider remembers, in `signin.oidc_models`. Ids are codes and refresh tokens: only
 * their hashes are kept, and the payloads sealed, so that a dump of the table opens no session.
 * The provider judges tokens by this process's clock, so rows live by it too, and not by the
 * database's.
 */
export class PostgresAdapter implements Adapter {
  #rows = 0;

  constructor(
    private readonly model: string,
    private readonly pool: Pool,
    private readonly box: Box,
    private readonly codeKey: Buffer,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { grantId = null, accountId = null, userCode, uid = null } = payload;
    const hash = tokenHash(id);
    await this.pool.query(
      `INSERT INTO signin.oidc_models (model, id, payload, grant_id, account, user_code, uid, expires_at, caller)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
         account = excluded.account, user_code = excluded.user_code, uid = excluded.uid,
         expires_at = excluded.expires_at`,
      [
        this.model,
        hash,
        this.box.seal(JSON.stringify(payload), this.#place(hash)),
        grantId,
        accountId,
        userCode === undefined ? null : this.#codeHash(userCode),
        uid,
        expiresIn === undefined ? null : new Date(Date.now() + expiresIn * 1_000),
        currentCaller() ?? null,
      ],
    );
    if (accountId === null) await this.#giveUpOldest();
  }

  /** Anybody may start a sign-in: what is never finished is bounded. */
  async #giveUpOldest(): Promise<void> {
    await this.pool.query(
      `DELETE FROM signin.oidc_models WHERE model = $1 AND id IN (
         SELECT id FROM signin.oidc_models WHERE model = $1 AND caller = $2 AND account IS NULL
         ORDER BY expires_at DESC OFFSET $3)`,
      [this.model, currentCaller() ?? null, MOST_OF_CALLER],
    );
    this.#rows += 1;
    if (this.#rows % COUNT_EVERY !== 1) return;
    await this.pool.query(
      `DELETE FROM signin.oidc_models WHERE model = $1 AND account IS NULL AND expires_at < (
         SELECT expires_at FROM signin.oidc_models WHERE model = $1 AND account IS NULL
         ORDER BY expires_at DESC OFFSET $2 LIMIT 1)`,
      [this.model, MOST_IN_ALL],
    );
  }

  find(id: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('id', tokenHash(id));
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('user_code', this.#codeHash(userCode));
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('uid', uid);
  }

  /** Of several who use it at once, one does. The others show that it is known to more than one. */
  async consume(id: string): Promise<void> {
    const hash = tokenHash(id);
    const { rowCount } = await this.pool.query(
      `UPDATE signin.oidc_models SET consumed_at = $3
       WHERE model = $1 AND id = $2 AND consumed_at IS NULL`,
      [this.model, hash, new Date()],
    );
    if (rowCount === 1) return;
    await this.#revokeFamily(hash);
    throw new errors.InvalidGrant('already used');
  }

  /** Its grant goes as well: without it, a token that the first use is about to store opens nothing. */
  async #revokeFamily(hash: string): Promise<void> {
    const { rows } = await this.pool.query<{ grant_id: string | null }>(
      'SELECT grant_id FROM signin.oidc_models WHERE model = $1 AND id = $2',
      [this.model, hash],
    );
    const grantId = rows[0]?.grant_id;
    if (!grantId) return;
    await this.pool.query(
      `DELETE FROM signin.oidc_models WHERE grant_id = $1 OR (model = 'Grant' AND id = $2)`,
      [grantId, tokenHash(grantId)],
    );
  }

  async destroy(id: string): Promise<void> {
    await this.pool.query('DELETE FROM signin.oidc_models WHERE model = $1 AND id = $2', [
      this.model,
      tokenHash(id),
    ]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.pool.query('DELETE FROM signin.oidc_models WHERE model = $1 AND grant_id = $2', [
      this.model,
      grantId,
    ]);
  }

  async #findBy(column: 'id' | 'user_code' | 'uid', value: string) {
    const { rows } = await this.pool.query<Row>(
      `SELECT id, payload, consumed_at FROM signin.oidc_models
       WHERE model = $1 AND ${column} = $2 AND (expires_at IS NULL OR expires_at > $3)`,
      [this.model, value, new Date()],
    );
    const row = rows[0];
    if (!row) return undefined;
    const payload = JSON.parse(this.box.open(row.payload, this.#place(row.id))) as AdapterPayload;
    const consumed = row.consumed_at && Math.floor(row.consumed_at.getTime() / 1000);
    return consumed === null ? payload : { ...payload, consumed };
  }

  #place(hash: string): string {
    return `oidc/${this.model}/${hash}`;
  }

  /** Keyed: a user code is short enough to be guessed from a plain hash. */
  #codeHash(userCode: string): string {
    return createHmac('sha256', this.codeKey).update(userCode).digest('base64url');
  }
}
