import { DomainError, Together } from '@minh-bach/kernel';
import type { Pool } from 'pg';
import type { KeyStore, NamedKey, StoredKey } from '../key-store.ts';
import { KEY_BOUNDED } from './bounds.ts';
import { UPLOAD_OWNER } from './schema.ts';

const COLUMNS = 'id, owner, compartment, wrapped, account = session_user as own';

const FIND = {
  name: 'vault-find',
  text: `select ${COLUMNS} from vault.keys where id = any($1::text[]) and ${KEY_BOUNDED}`,
};

/** Laid by no account: before accounts were noted, or by the one that keeps the vault. */
const FIND_ROOT = {
  name: 'vault-find-root',
  text: `select ${COLUMNS} from vault.keys where id = $1 and account = '' and ${KEY_BOUNDED}`,
};
const ADD_ROOT = {
  name: 'vault-add-root',
  text: `
    insert into vault.keys (id, owner, compartment, wrapped, account) values ($1, $2, $3, $4, '')
    on conflict (id, account) do nothing`,
};

/**
 * One statement for all: adds the new, answers new and old. A key that this account added in another
 * transaction after this statement's snapshot is in neither half; it is asked for again. In order, so that
 * of two who add the same keys one waits for the other, and not both.
 */
const ADD = {
  name: 'vault-add',
  text: `
    with asked as (
      select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
        as k (id, owner, compartment, wrapped)
    ), added as (
      insert into vault.keys (id, owner, compartment, wrapped)
      select * from asked where not exists (
        select from vault.keys k where k.id = asked.id and k.owner = asked.owner
          and k.compartment = asked.compartment and k.wrapped is null)
      order by id
      on conflict (id, account) do nothing returning ${COLUMNS}
    )
    select id, owner, compartment, wrapped, own from added
    union all
    select ${COLUMNS} from vault.keys where id in (select id from asked) and ${KEY_BOUNDED}`,
};

const DESTROY = {
  name: 'vault-destroy',
  text: `
    insert into vault.keys (id, owner, compartment, destroyed_at, account)
    select id, owner, compartment, $4::timestamptz, ''
    from unnest($1::text[], $2::text[], $3::text[]) as k (id, owner, compartment)
    order by id
    on conflict (id, account) do update set wrapped = null, destroyed_at = excluded.destroyed_at
    where vault.keys.wrapped is not null`,
};
/** After the above: from then on nobody opens or adds one by that name. */
const DESTROY_LAID = {
  name: 'vault-destroy-laid',
  text: `
    with laid as (
      select id, account from vault.keys
      where id = any($1::text[]) and wrapped is not null and ${KEY_BOUNDED}
      order by id, account for update
    )
    update vault.keys k set wrapped = null, destroyed_at = $2::timestamptz
    from laid where k.id = laid.id and k.account = laid.account`,
};

/** What the account of a service that keeps files may do of the above. */
const DESTROY_OF_UPLOADS = {
  name: 'vault-destroy-of-uploads',
  text: 'select vault.destroy_upload_keys($1::text[], $2::text[], $3::text[], $4::timestamptz)',
};

const columns = (keys: readonly NamedKey[]) => [
  keys.map((key) => key.id),
  keys.map((key) => key.owner),
  keys.map((key) => key.compartment),
];

/** PostgreSQL's `insufficient_privilege`. */
const NOT_ALLOWED = '42501';

const isAnswer = ({ own, wrapped }: StoredKey): boolean => own || wrapped === null;

type WrappedKey = Parameters<KeyStore['add']>[0][number];

/** Asks for the keys of all at once. @returns for each of `asked` what is stored under its ids */
async function together<Key>(
  asked: readonly (readonly Key[])[],
  idOf: (key: Key) => string,
  ask: (keys: readonly Key[]) => Promise<readonly StoredKey[]>,
): Promise<(StoredKey[] | Promise<StoredKey[]>)[]> {
  const each = new Map(asked.flat().map((key) => [idOf(key), key]));
  const laid = Map.groupBy(await ask([...each.values()]), ({ id }) => id);
  return asked.map((keys) => [...new Set(keys.map(idOf))].flatMap((id) => laid.get(id) ?? []));
}

/**
 * Whether a database holds keys already: the root is the first one. An account that may not look has no
 * database of its own.
 */
export async function hasKeys(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'vault' and c.relname = 'keys'`,
  );
  if (rows.length === 0) return false;
  try {
    const found = await pool.query(`select from vault.keys where id = 'root' and account = ''`);
    return found.rowCount !== 0;
  } catch (error) {
    if ((error as { code?: string }).code === NOT_ALLOWED) return true;
    throw error;
  }
}

/** Wrapped keys in the table `vault.keys`; see `setUpVaultSchema`. */
export class PostgresKeyStore implements KeyStore {
  readonly #finds = new Together<readonly string[], StoredKey[]>((asked) =>
    together(asked, String, (ids) => this.#find(ids)),
  );
  readonly #adds = new Together<readonly WrappedKey[], StoredKey[]>((asked) =>
    together(
      asked,
      ({ id }) => id,
      (keys) => this.#add(keys),
    ).catch((error: unknown) => {
      if (asked.length === 1) throw error;
      // One of them may ask for what is refused: each is asked alone, so the others are not refused with it.
      return asked.map((keys) => this.#add(keys));
    }),
  );

  constructor(private readonly pool: Pool) {}

  find(ids: readonly string[]): Promise<StoredKey[]> {
    return this.#finds.ask(ids);
  }

  add(keys: readonly WrappedKey[]): Promise<StoredKey[]> {
    return this.#adds.ask(keys);
  }

  async #find(ids: readonly string[]): Promise<StoredKey[]> {
    return (await this.pool.query<StoredKey>({ ...FIND, values: [ids] })).rows;
  }

  async root(key: Parameters<KeyStore['root']>[0]): Promise<StoredKey> {
    const find = async () =>
      (await this.pool.query<StoredKey>({ ...FIND_ROOT, values: [key.id] })).rows[0];
    const there = await find();
    if (there) return there;
    const values = [key.id, key.owner, key.compartment, key.wrapped];
    await this.pool.query({ ...ADD_ROOT, values }).catch((cause: { code?: string }) => {
      if (cause.code !== NOT_ALLOWED) throw cause;
      throw new DomainError('VAULT_NOT_PREPARED', {}, { cause });
    });
    return (await find())!;
  }

  async #add(keys: readonly WrappedKey[]): Promise<StoredKey[]> {
    const values = [...columns(keys), keys.map((key) => key.wrapped)];
    const { rows } = await this.pool.query<StoredKey>({ ...ADD, values });
    const answered = new Set(rows.filter(isAnswer).map((row) => row.id));
    const late = keys.map((key) => key.id).filter((id) => !answered.has(id));
    return late.length === 0 ? rows : [...rows, ...(await this.#find(late))];
  }

  async destroy(keys: readonly NamedKey[]): Promise<void> {
    const isOfUpload = ({ owner }: NamedKey) => owner.startsWith(UPLOAD_OWNER);
    const others = keys.filter((key) => !isOfUpload(key));
    const ofUploads = keys.filter(isOfUpload);
    const at = new Date();
    if (others.length > 0) {
      await this.pool.query({ ...DESTROY, values: [...columns(others), at] });
      await this.pool.query({ ...DESTROY_LAID, values: [others.map(({ id }) => id), at] });
    }
    if (ofUploads.length > 0)
      await this.pool.query({ ...DESTROY_OF_UPLOADS, values: [...columns(ofUploads), at] });
  }
}
