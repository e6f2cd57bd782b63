import { createHash } from 'node:crypto';

/**
 * One SHA-256 over the log and the tables that were written with it. An older file, put back in place of
 * one, is authentic by itself; this shows it.
 */
export function digestOf(chain: string, tables: Readonly<Record<string, string>>): string {
  const lines = Object.entries(tables).map(([file, sha256]) => `${file} ${sha256}\n`);
  return createHash('sha256')
    .update(`${chain}\n${lines.sort().join('')}`)
    .digest('hex');
}

export const digestText = (digest: string): string =>
  `SHA-256 của nhật ký, khóa và tài khoản, hãy giữ ở nơi khác / of log, keys and accounts, keep it elsewhere: ${digest}`;
