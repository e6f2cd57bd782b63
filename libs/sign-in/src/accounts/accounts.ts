import { randomUUID } from 'node:crypto';
import { DomainError } from '@minh-bach/kernel';
import type { Pool, PoolClient } from 'pg';
import { DEMO_PARAMETERS, hashPassword, verifyPassword } from './password.ts';
import { passwordProblem } from './password-policy.ts';

export interface NewAccount {
  /** Letters, digits, dot, hyphen, underscore; case does not matter. */
  readonly username: string;
  readonly password: string;
  /** The `sub` of its tokens; drawn when left out. */
  readonly sub?: string;
  /** Its password is told to everybody. Only in `demo` and `test` mode. */
  readonly demo?: boolean;
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,63}$/;

export const foldUsername = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** Who can sign in at the embedded provider: a name, a password's hash, a `sub`. No rights. */
export class Accounts {
  #demo: { readonly password: string; readonly hash: string } | undefined;

  constructor(private readonly pool: Pool) {}

  /**
   * Creates the account unless its username is there; then nothing is changed.
   *
   * @throws DomainError `BAD_USERNAME`, `WEAK_PASSWORD` {problem}
   */
  async ensure(account: NewAccount): Promise<{ sub: string; created: boolean }> {
    const { password, demo = false, sub = randomUUID() } = account;
    const folded = foldUsername(account.username);
    const known = await this.#find(folded);
    if (known) return { sub: known.sub, created: false };

    const username = this.check(account.username, password);
    const hash = await (demo ? this.#demoHash(password) : hashPassword(password));
    const created = await this.create({ sub, username, hash, demo });
    const there = created ? { sub } : await this.#find(username);
    if (!there) throw new DomainError('BAD_USERNAME');
    return { sub: there.sub, created };
  }

  /**
   * Whether an account may have this name and password; hashes nothing.
   *
   * @returns the name as it is kept
   * @throws DomainError `BAD_USERNAME`, `WEAK_PASSWORD` {problem}
   */
  check(typedUsername: string, password: string): string {
    const username = foldUsername(typedUsername);
    if (!USERNAME.test(username)) throw new DomainError('BAD_USERNAME');
    refuseWeak(password, username);
    return username;
  }

  /** @returns false when the name is taken */
  async create(
    it: { sub: string; username: string; hash: string; demo?: boolean },
    db: Pool | PoolClient = this.pool,
  ): Promise<boolean> {
    const inserted = await db.query(
      `INSERT INTO signin.accounts (sub, username, password_hash, demo) VALUES ($1, $2, $3, $4)
       ON CONFLICT (username) DO NOTHING`,
      [it.sub, it.username, it.hash, it.demo ?? false],
    );
    return inserted.rowCount === 1;
  }

  /** @throws DomainError `WEAK_PASSWORD` {problem}, `UNKNOWN_ACCOUNT` */
  async setPassword(sub: string, password: string): Promise<void> {
    const username = await this.usernameOf(sub);
    if (username === undefined) throw new DomainError('UNKNOWN_ACCOUNT');
    refuseWeak(password, username);
    await this.pool.query(
      `UPDATE signin.accounts SET password_hash = $2, demo = false, changed_at = $3 WHERE sub = $1`,
      [sub, await hashPassword(password), new Date()],
    );
  }

  /** The `sub` of who knows this password; takes as long for a name that nobody has. */
  async verify(typedUsername: string, password: string): Promise<string | undefined> {
    const account = await this.#find(foldUsername(typedUsername));
    return (await verifyPassword(password, account?.password_hash)) ? account?.sub : undefined;
  }

  async usernameOf(sub: string): Promise<string | undefined> {
    const found = await this.pool.query<{ username: string }>(
      'SELECT username FROM signin.accounts WHERE sub = $1',
      [sub],
    );
    return found.rows[0]?.username;
  }

  /** The `sub` of a demo account; nobody else's. */
  async demoSubject(username: string): Promise<string | undefined> {
    const found = await this.pool.query<{ sub: string }>(
      'SELECT sub FROM signin.accounts WHERE username = $1 AND demo',
      [foldUsername(username)],
    );
    return found.rows[0]?.sub;
  }

  async exists(sub: string): Promise<boolean> {
    const found = await this.pool.query('SELECT 1 FROM signin.accounts WHERE sub = $1', [sub]);
    return found.rowCount === 1;
  }

  async haveDemo(): Promise<boolean> {
    const found = await this.pool.query('SELECT 1 FROM signin.accounts WHERE demo LIMIT 1');
    return found.rowCount === 1;
  }

  /** All demo people share a password that everybody is told: hashed once, the start is quicker. */
  async #demoHash(password: string): Promise<string> {
    if (this.#demo?.password !== password)
      this.#demo = { password, hash: await hashPassword(password, DEMO_PARAMETERS) };
    return this.#demo.hash;
  }

  async #find(username: string) {
    // Nobody has such a name; it may hold what the database cannot.
    if (!USERNAME.test(username)) return undefined;
    const found = await this.pool.query<{ sub: string; password_hash: string }>(
      'SELECT sub, password_hash FROM signin.accounts WHERE username = $1',
      [username],
    );
    return found.rows[0];
  }
}

function refuseWeak(password: string, username: string): void {
  const problem = passwordProblem(password, username);
  if (problem) throw new DomainError('WEAK_PASSWORD', { problem });
}
