import { randomUUID } from 'node:crypto';
import {
  MOST_VIEWS,
  knownOf,
  type ListAddress,
  type ListView,
  type SavedList,
} from '@minh-bach/contracts';
import { box, type Box } from '@minh-bach/sign-in';
import type { Pool, PoolClient } from 'pg';
import { Refusal } from '../http/problem.ts';

/** The views belong to a person in one post. Both are ids of the directory, so views outlive an account. */
export interface Holder {
  readonly person: string;
  readonly post: string;
}

interface Row {
  readonly id: string;
  readonly list: SavedList;
  readonly name: Buffer;
  readonly query: ListAddress;
  readonly is_default: boolean;
}

const OF_HOLDER = 'SELECT * FROM signin.list_views WHERE person = $1 AND post = $2';

/** Saved views of lists, in `signin.list_views`: what an address says, under a name that is sealed at rest. */
export class ListViews {
  readonly #box: Box;

  /** @param sealKey 32 bytes, base64url */
  constructor(
    private readonly pool: Pool,
    sealKey: string,
  ) {
    this.#box = box(Buffer.from(sealKey, 'base64url'));
  }

  of(holder: Holder): Promise<ListView[]> {
    return this.#of(this.pool, holder);
  }

  /** @throws Refusal `VIEWS_FULL`, `VIEW_NAME_TAKEN` */
  save(
    holder: Holder,
    { list, name, query }: { list: SavedList; name: string; query: ListAddress },
  ): Promise<ListView> {
    return this.#alone(holder, async (db, there) => {
      if (there.length >= MOST_VIEWS) throw new Refusal('VIEWS_FULL');
      refuseTaken(there, list, name);
      const id = randomUUID();
      await db.query(
        `INSERT INTO signin.list_views (id, person, post, list, name, query)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, holder.person, holder.post, list, this.#box.seal(name, placeOf(id)), query],
      );
      return { id, list, name, ...knownOf(list, query), isDefault: false };
    });
  }

  /** @throws Refusal `NOT_FOUND`, `VIEW_NAME_TAKEN` */
  change(
    holder: Holder,
    id: string,
    change: { readonly name: string } | { readonly isDefault: boolean },
  ): Promise<ListView> {
    return this.#alone(holder, async (db, there) => {
      const view = there.find((one) => one.id === id);
      if (!view) throw new Refusal('NOT_FOUND');
      if ('name' in change) {
        const others = there.filter((one) => one !== view);
        refuseTaken(others, view.list, change.name);
        const sealed = this.#box.seal(change.name, placeOf(id));
        await db.query('UPDATE signin.list_views SET name = $2 WHERE id = $1', [id, sealed]);
      } else {
        // The former one first: there is at most one of a list.
        await db.query(
          `UPDATE signin.list_views SET is_default = false
           WHERE person = $1 AND post = $2 AND list = $3 AND is_default`,
          [holder.person, holder.post, view.list],
        );
        await db.query('UPDATE signin.list_views SET is_default = $2 WHERE id = $1', [
          id,
          change.isDefault,
        ]);
      }
      return { ...view, ...change };
    });
  }

  /** @throws Refusal `NOT_FOUND` */
  async remove({ person, post }: Holder, id: string): Promise<void> {
    const { rowCount } = await this.pool.query(
      'DELETE FROM signin.list_views WHERE id = $1 AND person = $2 AND post = $3',
      [id, person, post],
    );
    if (rowCount === 0) throw new Refusal('NOT_FOUND');
  }

  /** All of somebody who left. */
  async forget(person: string): Promise<void> {
    await this.pool.query('DELETE FROM signin.list_views WHERE person = $1', [person]);
  }

  async #of(db: Pool | PoolClient, { person, post }: Holder): Promise<ListView[]> {
    const { rows } = await db.query<Row>(`${OF_HOLDER} ORDER BY created_at, id`, [person, post]);
    return rows.map(({ id, list, name, query, is_default: isDefault }) => ({
      id,
      list,
      name: this.#open(id, name),
      ...knownOf(list, query),
      isDefault,
    }));
  }

  /** One change of a holder at a time: how many there are, and their names, hold until it is written. */
  async #alone<T>(
    holder: Holder,
    work: (db: PoolClient, there: readonly ListView[]) => Promise<T>,
  ): Promise<T> {
    const db = await this.pool.connect();
    try {
      await db.query('BEGIN');
      const key = `views of ${holder.person} in ${holder.post}`;
      await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
      const done = await work(db, await this.#of(db, holder));
      await db.query('COMMIT');
      return done;
    } catch (error) {
      await db.query('ROLLBACK');
      throw error;
    } finally {
      db.release();
    }
  }

  /** Sealed under an earlier key: it can be given another name. */
  #open(id: string, name: Buffer): string {
    try {
      return this.#box.open(name, placeOf(id));
    } catch {
      return '?';
    }
  }
}

const placeOf = (id: string): string => `name of view ${id}`;

function refuseTaken(there: readonly ListView[], list: string, name: string): void {
  if (there.some((one) => one.list === list && one.name === name))
    throw new Refusal('VIEW_NAME_TAKEN');
}
