import { DomainError } from '@minh-bach/kernel';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { decodeCursor, encodeCursor, type CursorValue, type SortColumn } from './cursor.ts';

export interface PageRequest {
  readonly sort: readonly SortColumn[];
  /** Rows a page, at least 1. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface Page<Row> {
  readonly items: readonly Row[];
  /** Absent on the last page. */
  readonly next?: string;
}

/**
 * One page of a list that may be as long as it likes: the place is found by the sort columns (give
 * them an index), so a page costs the same wherever it lies, and rows that come or go meanwhile
 * shift nothing. Times must be kept to the millisecond, as events have them.
 *
 * @throws DomainError `BAD_CURSOR`
 */
export async function readPage<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  { sort, limit, cursor }: PageRequest,
): Promise<Page<Row>> {
  if (cursor !== undefined) query.andWhere(after(sort, decodeCursor(sort, cursor)));
  for (const { property, direction = 'ASC' } of sort) query.addOrderBy(property, direction);
  const rows = await query.limit(limit + 1).getMany();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || !last) return { items };
  return {
    items,
    next: encodeCursor(
      sort,
      sort.map((column) => valueOf(last, column)),
    ),
  };
}

/** (a > x) OR (a = x AND b < y) OR …, which allows each column a direction of its own. */
const after = (sort: readonly SortColumn[], values: readonly CursorValue[]): Brackets =>
  new Brackets((where) => {
    // The first column alone bounds the index scan: PostgreSQL cannot see that through the ORs.
    const parameters = Object.fromEntries(values.map((value, i) => [`cursor${i}`, value]));
    where.where(compared(sort, 0, '='), parameters);
    where.andWhere(
      new Brackets((any) =>
        sort.forEach((_, i) => {
          const equal = sort.slice(0, i).map(({ property, type }, j) => sameAs(property, type, j));
          any.orWhere([...equal, compared(sort, i)].join(' AND '));
        }),
      ),
    );
  });

const sameAs = (property: string, type: string, i: number) =>
  `${property} = CAST(:cursor${i} AS ${type})`;

function compared(sort: readonly SortColumn[], i: number, orEqual: '' | '=' = ''): string {
  const column = sort[i];
  if (!column) throw new DomainError('SORT_EMPTY');
  const sign = column.direction === 'DESC' ? '<' : '>';
  return `${column.property} ${sign}${orEqual} CAST(:cursor${i} AS ${column.type})`;
}

function valueOf(row: ObjectLiteral, { property, of }: SortColumn): CursorValue {
  const value: unknown = of ? of(row) : row[property.slice(property.indexOf('.') + 1)];
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  throw new DomainError('SORT_COLUMN_EMPTY', { property });
}
