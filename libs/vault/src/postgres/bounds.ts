import { WRAPPED_BYTES } from '../master-key.ts';

/**
 * What a row of `vault.keys` may weigh, as SQL: every service that seals reads what any of them laid.
 * Rows from before there was a bound are there still, so who reads or destroys asks it, too.
 */
export const KEY_BOUNDED = `octet_length(id) <= 64 and octet_length(owner) <= 512
  and octet_length(compartment) <= 64 and octet_length(account) <= 64
  and (wrapped is null or octet_length(wrapped) = ${WRAPPED_BYTES})`;

/** Of one line about access; `fields` of a page that opens some thousands at once. */
export const LINE_BOUNDED = `octet_length(person) <= 512 and octet_length(role) <= 512
  and octet_length(unit) <= 512 and octet_length(purpose) <= 512 and octet_length(matter) <= 512
  and octet_length(account) <= 64 and octet_length(fields::text) <= 1024 * 1024`;

/** No array in an array in an array: what is nested by the thousand exhausts who reads it. */
export const LINE_FLAT = `not jsonb_path_exists(fields, 'strict $.**{3}')`;

/** `not valid`: what was laid before stays, and keeps nobody from starting. */
export const boundedTable = (table: string, name: string, bound: string): string => `
  do $$ begin
    if not exists (select from pg_constraint where conrelid = '${table}'::regclass and conname = '${name}')
    then
      alter table ${table} add constraint ${name} check (${bound}) not valid;
    end if;
  end $$;`;
