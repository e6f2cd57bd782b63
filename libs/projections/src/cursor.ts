import { DomainError } from '@minh-bach/kernel';
import type { ObjectLiteral } from 'typeorm';

/** A column that a list is sorted by. It must be NOT NULL, and the last one of a list unique. */
export interface SortColumn {
  /** Property path as in the query builder, e.g. `row.dueAt`. */
  readonly property: string;
  readonly type: keyof typeof valid;
  /** @default 'ASC' */
  readonly direction?: 'ASC' | 'DESC';
  /** Of a row that was read, where the property is an expression and no column. */
  readonly of?: (row: ObjectLiteral) => CursorValue;
}

export type CursorValue = string | number | boolean;

const MAX_LENGTH = 2048;
const LARGEST_BIGINT = 2n ** 63n - 1n;
const dayPattern = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const isText = (value: unknown): value is string =>
  // PostgreSQL takes neither NUL nor halves of a surrogate pair.
  typeof value === 'string' && !/\0|\p{Surrogate}/u.test(value);
const instantOf = (text: string): string | undefined => {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};
const isDay = (value: unknown): boolean =>
  isText(value) && dayPattern.test(value) && instantOf(value)?.slice(0, 10) === value;

/** By PostgreSQL type: whether the server can take the value. */
const valid = {
  text: isText,
  uuid: (value: unknown) => isText(value) && uuidPattern.test(value),
  integer: (value: unknown) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  bigint: (value: unknown) =>
    isText(value) && /^-?\d{1,19}$/.test(value) && BigInt(value.replace('-', '')) <= LARGEST_BIGINT,
  boolean: (value: unknown) => typeof value === 'boolean',
  date: isDay,
  timestamptz: (value: unknown) =>
    isText(value) && isDay(value.slice(0, 10)) && instantOf(value) === value,
};

const sortKey = (sort: readonly SortColumn[]): string =>
  sort.map(({ property, direction = 'ASC' }) => `${property} ${direction}`).join(', ');

/** Opaque to clients: the sort it belongs to and the place in it. Holds what the row shows anyway. */
export const encodeCursor = (sort: readonly SortColumn[], values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify([sortKey(sort), ...values])).toString('base64url');

/** @throws DomainError `BAD_CURSOR`: no cursor, or one of a list that is sorted otherwise */
export function decodeCursor(sort: readonly SortColumn[], cursor: string): CursorValue[] {
  const [key, ...values] = parse(cursor);
  const fits =
    key === sortKey(sort) &&
    values.length === sort.length &&
    sort.every(({ type }, i) => valid[type](values[i]));
  if (!fits) throw new DomainError('BAD_CURSOR');
  return values as CursorValue[];
}

function parse(cursor: string): unknown[] {
  if (cursor.length > MAX_LENGTH || !/^[\w-]+$/.test(cursor)) throw new DomainError('BAD_CURSOR');
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(value)) return value;
  } catch {
    // Not ours: said below.
  }
  throw new DomainError('BAD_CURSOR');
}
