import { MOST_COUNTED } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { readPage, type SortColumn } from '@minh-bach/projections';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ListedClock } from '../rows/clock-columns.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';

/** Columns that every worklist has: whose it is, whether it is done, when it is due. */
interface WorklistRow extends ObjectLiteral {
  /** The one line of its content in clear, as it was when the matter came here. */
  gist: string | null;
  readonly unit: string;
  readonly open: boolean;
  readonly clocks: readonly ListedClock[];
  readonly dueAt: Date;
}

export interface WorklistRequest<Row extends WorklistRow> {
  readonly entity: EntityTarget<Row>;
  /** The unique column that ends the sort. */
  readonly key: keyof Row & string;
  /** With the key behind it, the name of the row's stream. */
  readonly prefix: string;
  readonly actor: Actor;
  readonly asked: { readonly view: string; readonly limit: number; readonly cursor?: string };
  /** Views beside `open`, `overdue` and `all`. */
  readonly narrow?: (query: SelectQueryBuilder<Row>, view: string) => void;
}

export interface WorklistPage<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number | null;
  readonly moreThanTotal?: true;
}

/**
 * A row warns by the stricter end of its clocks, and is overdue by the plain one. No clock is over
 * before its stricter end, so the index finds the few rows whose clocks are looked into.
 */
const OVERDUE = `row.dueAt <= :now AND EXISTS (
  SELECT FROM jsonb_array_elements(row.clocks) clock WHERE (clock->>'endsAt')::timestamptz <= :now)`;

/**
 * One page of what the actor's branch has to do: overdue first, then the nearest legal date. A single
 * unit is read by an index over unit, open, due date and key, a branch of many by one over due date and
 * key (100,000 rows, 200 units: 0.6 ms instead of 44). The first page alone counts them.
 *
 * @throws DomainError `BAD_CURSOR`; `PROJECTION_LATE` or `READ_MODEL_STOPPED`
 */
export async function readWorklist<Row extends WorklistRow>(
  {
    organisation,
    lists,
    clock,
    shield,
  }: Pick<ServiceRuntime, 'organisation' | 'lists' | 'clock' | 'shield'>,
  { entity, key, prefix, actor, asked, narrow }: WorklistRequest<Row>,
): Promise<WorklistPage<Row>> {
  const [kept] = await Promise.all([shield.forLists(actor), lists.fresh()]);
  const units = await organisation.unitsOfBranch(actor.unit);
  const query = lists.dataSource
    .getRepository(entity)
    .createQueryBuilder('row')
    .where('row.unit IN (:...units)', { units: units.length > 0 ? units : [actor.unit] })
    .andWhere(kept.admits(`'${prefix}' || row.${key}`), kept.parameters);
  if (asked.view !== 'all') query.andWhere('row.open');
  if (asked.view === 'overdue') query.andWhere(OVERDUE, { now: clock.now() });
  narrow?.(query, asked.view);
  const sort: readonly SortColumn[] = [
    { property: 'row.dueAt', type: 'timestamptz' },
    { property: `row.${key}`, type: 'text' },
  ];
  const { limit, cursor } = asked;
  const whole = query.clone();
  const page = await readPage(query, { sort, limit, ...(cursor === undefined ? {} : { cursor }) });
  const counted = cursor === undefined ? await countOf(page, whole) : { total: null };
  const streamOf = (row: Row) => `${prefix}${row[key]}`;
  const closed = await shield.denunciationsAmong(page.items.map(streamOf));
  // Luật Tố cáo Đ.56: called a denunciation late, its words stand in rows of a time when it was none.
  for (const row of page.items) if (closed.has(streamOf(row))) row.gist = null;
  return { rows: page.items, nextCursor: page.next ?? null, ...counted };
}

/** Looks at no more rows than it counts, and at none where the first page has them all. */
async function countOf<Row extends ObjectLiteral>(
  { items, next }: { readonly items: readonly Row[]; readonly next?: string },
  query: SelectQueryBuilder<Row>,
): Promise<Pick<WorklistPage<Row>, 'total' | 'moreThanTotal'>> {
  if (next === undefined) return { total: items.length };
  const found = query.select('1').limit(MOST_COUNTED + 1);
  const counted = await query.connection
    .createQueryBuilder()
    .select('count(*)::integer', 'n')
    .from(`(${found.getQuery()})`, 'found')
    .setParameters(found.getParameters())
    .getRawOne<{ n: number }>();
  const n = counted?.n ?? 0;
  return n > MOST_COUNTED ? { total: MOST_COUNTED, moreThanTotal: true } : { total: n };
}
