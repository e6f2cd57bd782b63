import { createHmac } from 'node:crypto';

/** The last line of a table's file. */
export interface TableEnd {
  readonly rows: number;
  /** Of all lines before it. */
  readonly sha256: string;
  /** End of the chain of the log that it was written beside. */
  readonly chain?: string;
}

export const END = '{"end":';

const hmac = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('hex');

/** Says by which key a file is written, and nothing of it. */
export const nameOfKey = (key: Uint8Array): string => hmac(key, 'name').slice(0, 16);

/** HMAC-SHA256 by the backup's key: nobody without it changes a row, or lays the file of another table here. */
export function endLine(key: Uint8Array, file: string, { rows, sha256, chain }: TableEnd): string {
  const end = { rows, sha256, ...(chain !== undefined && { chain }) };
  const mac = hmac(key, `${file} ${JSON.stringify(end)}`);
  return JSON.stringify({ end: { ...end, mac } });
}
