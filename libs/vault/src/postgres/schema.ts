import type { Pool } from 'pg';
import { KEY_BOUNDED, LINE_BOUNDED, LINE_FLAT, boundedTable } from './bounds.ts';

/** Locks out a second process that sets up at the same time; any number, the same everywhere. */
const SETUP_LOCK = 7_301_001;

/** How owners of keys of uploads begin: they alone are destroyed on a service's word. */
export const UPLOAD_OWNER = 'upload:';

/**
 * Runs with its owner's rights, for the account of intake, which may not write over keys. What counts
 * is whose key lies under the id: a matter's is refused whatever name comes with it. It adds no row: an
 * id without a key may be that of a matter to come.
 */
const DESTROY_UPLOAD_KEYS = `
    create or replace function vault.destroy_upload_keys(
      ids text[], owners text[], compartments text[], at timestamptz
    ) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if exists (select from unnest(owners) as asked (owner)
                 where not coalesce(starts_with(owner, '${UPLOAD_OWNER}'), false))
        or exists (select from vault.keys k where k.id = any (ids) and ${KEY_BOUNDED}
                   group by k.id having not bool_or(starts_with(k.owner, '${UPLOAD_OWNER}')))
      then
        raise exception 'vault: these are no keys of uploads' using errcode = 'insufficient_privilege';
      end if;
      update vault.keys set wrapped = null, destroyed_at = at
      where id = any (ids) and wrapped is not null and ${KEY_BOUNDED}
        and starts_with(owner, '${UPLOAD_OWNER}') and account in (session_user, '');
    end $$;
    revoke execute on function vault.destroy_upload_keys from public;`;

/** Makes the schema `vault` where it is missing. Safe to run at every start, in every process. */
export async function setUpVaultSchema(pool: Pool): Promise<void> {
  await pool.query(`
    begin;
    select pg_advisory_xact_lock(${SETUP_LOCK});
    create schema if not exists vault;
    create table if not exists vault.keys (
      id text primary key,
      owner text not null,
      compartment text not null,
      -- nonce, key and tag under the master key; null once destroyed
      wrapped bytea,
      created_at timestamptz not null default clock_timestamp(),
      destroyed_at timestamptz,
      check ((wrapped is null) = (destroyed_at is not null))
    );
    -- Which database account laid it: what others lay under an id is no reason to refuse its own.
    -- Empty: laid before accounts were noted, or by the one that keeps the vault.
    alter table vault.keys add column if not exists account text not null default '';
    alter table vault.keys alter column account set default session_user;
    do $$ begin
      if exists (select from pg_constraint where conrelid = 'vault.keys'::regclass
                 and contype = 'p' and cardinality(conkey) = 1)
      then
        alter table vault.keys drop constraint keys_pkey, add primary key (id, account);
      end if;
    end $$;
    ${boundedTable('vault.keys', 'keys_bounded', KEY_BOUNDED)}
    create table if not exists vault.access_log (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      person text not null,
      role text not null,
      unit text not null,
      purpose text not null,
      matter text not null,
      -- [[event id, path], …]
      fields jsonb not null
    );
    -- Which database account wrote the line: who the person is, that account only says.
    alter table vault.access_log add column if not exists account text;
    alter table vault.access_log alter column account set default session_user;
    ${boundedTable('vault.access_log', 'access_log_bounded', LINE_BOUNDED)}
    ${boundedTable('vault.access_log', 'access_log_flat', LINE_FLAT)}
    create index if not exists access_log_by_matter on vault.access_log (matter, at);
    ${DESTROY_UPLOAD_KEYS}
    commit;`);
}
