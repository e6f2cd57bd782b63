import type { Pool } from 'pg';
import type { KeyStore, NamedKey, StoredKey } from '../key-store.ts';
import { UPLOAD_OWNER } from './schema.ts';

const FIND = {
  name: 'vault-find',
  text: 'select id, owner, compartment, wrapped from vault.keys where id = any($1::text[])',
};

/**
 * One statement for all: adds the new, answers new and old. A key that another transaction added
 * after this statement's snapshot is in neither half; it is asked for again.
 */
const ADD = {
  name: 'vault-add',
  text: `
    with asked as (
      select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
        as k (id, owner, compartment, wrapped)
    ), added as (
      insert into vault.keys (id, owner, compartment, wrapped) select * from asked
      on conflict (id) do nothing returning id, owner, compartment, wrapped
    )
    select id, owner, compartment, wrapped from added
    union all
    select k.id, k.owner, k.compartment, k.wrapped from vault.keys k join asked using (id)`,
};

const DESTROY = {
  name: 'vault-destroy',
  text: `
    insert into vault.keys (id, owner, compartment, destroyed_at)
    select id, owner, compartment, $4::timestamptz
    from unnest($1::text[], $2::text[], $3::text[]) as k (id, owner, compartment)
    order by id
    on conflict (id) do update set wrapped = null, destroyed_at = excluded.destroyed_at
    where vault.keys.wrapped is not null`,
};

/** What the account of intake may do of the above. */
const DESTROY_OF_UPLOADS = {
  name: 'vault-destroy-of-uploads',
  text: 'select vault.destroy_upload_keys($1::text[], $2::text[], $3::text[], $4::timestamptz)',
};

const columns = (keys: readonly NamedKey[]) => [
  keys.map((key) => key.id),
  keys.map((key) => key.owner),
  keys.map((key) => key.compartment),
];

/** Wrapped keys in the table `vault.keys`; see `setUpVaultSchema`. */
export class PostgresKeyStore implements KeyStore {
  constructor(private readonly pool: Pool) {}

  async find(ids: readonly string[]): Promise<StoredKey[]> {
    return (await this.pool.query<StoredKey>({ ...FIND, values: [ids] })).rows;
  }

  async add(keys: Parameters<KeyStore['add']>[0]): Promise<StoredKey[]> {
    const values = [...columns(keys), keys.map((key) => key.wrapped)];
    const { rows } = await this.pool.query<StoredKey>({ ...ADD, values });
    if (rows.length === keys.length) return rows;
    const answered = new Set(rows.map((row) => row.id));
    const late = keys.map((key) => key.id).filter((id) => !answered.has(id));
    return [...rows, ...(await this.find(late))];
  }

  async destroy(keys: readonly NamedKey[]): Promise<void> {
    const isOfUpload = ({ owner }: NamedKey) => owner.startsWith(UPLOAD_OWNER);
    const others = keys.filter((key) => !isOfUpload(key));
    const ofUploads = keys.filter(isOfUpload);
    const at = new Date();
    if (others.length > 0) await this.pool.query({ ...DESTROY, values: [...columns(others), at] });
    if (ofUploads.length > 0)
      await this.pool.query({ ...DESTROY_OF_UPLOADS, values: [...columns(ofUploads), at] });
  }
}
