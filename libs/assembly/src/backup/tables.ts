import { KEY_BOUNDED, LINE_BOUNDED, LINE_FLAT } from '@minh-bach/vault';
import type { TableFile } from './table-file.ts';

/** Wrapped, as they lie; a destroyed one as the row that says so. */
export const KEYS: TableFile = { file: 'keys.jsonl', table: 'vault.keys', where: KEY_BOUNDED };

/**
 * Lies with the log: the ids of all keys that were destroyed. A backup of the keys that is older than the
 * log's holds some of them still.
 */
export const DESTROYED: TableFile = {
  file: 'destroyed.jsonl',
  table: 'vault.keys',
  of: 'wrapped is null',
  where: KEY_BOUNDED,
};

/** What else only the database knows; empty where sign-in is elsewhere. */
export const ACCOUNTS: TableFile = {
  file: 'accounts.jsonl',
  table: 'signin.accounts',
  where: short('sub', 'username', 'password_hash'),
};
export const LINKS: TableFile = {
  file: 'links.jsonl',
  table: 'signin.one_time_links',
  where: short(
    ...['hash', 'subject', 'drawn_by', 'person', 'drawn_by_person'],
    ...['code_hash', 'code_by', 'code_by_person'],
  ),
};
export const ACCESS_LINES: TableFile = {
  file: 'access-log.jsonl',
  table: 'vault.access_log',
  where: `${LINE_BOUNDED} and ${LINE_FLAT}`,
};

function short(...columns: string[]): string {
  return columns.map((column) => `coalesce(octet_length(${column}), 0) <= 1024`).join(' and ');
}
