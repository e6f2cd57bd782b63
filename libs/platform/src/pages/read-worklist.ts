import { MOST_COUNTED } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { readPage, type SortColumn } from '@minh-bach/projections';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { searchedWords, type SearchedWords } from '../rows/search-words.ts';
import { filter, searchFor } from './worklist-conditions.ts';
import type { WorklistAsked, WorklistList, WorklistRow } from './worklist-list.ts';
import { countUpTo, unitsSeen, viewOf, type ListService } from './worklist-view.ts';

export interface WorklistPage<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number | null;
  readonly moreThanTotal?: true;
}

/** A search that takes longer is cut off: few connections serve the lists of all. */
const SEARCH_WITHIN = '3s';

const NOTHING = { rows: [], nextCursor: null, total: 0 } as const;

/**
 * One page of what the actor's branch has to do: overdue first, then the nearest legal date; what has no
 * date comes last, the latest first. A single unit is read by an index over unit, open, due date and key,
 * a branch of many by one over due date and key (100,000 rows, 200 units: 0.6 ms instead of 44). The first
 * page alone counts them. A search is cut off after three seconds.
 *
 * @throws DomainError `BAD_CURSOR`; `PROJECTION_LATE` or `READ_MODEL_STOPPED`
 */
export async function readWorklist<Row extends WorklistRow>(
  service: ListService,
  list: WorklistList<Row>,
  asked: WorklistAsked,
  actor: Actor,
): Promise<WorklistPage<Row>> {
  const { lists, shield, clock } = service;
  const [kept] = await Promise.all([shield.forLists(actor), lists.fresh()]);
  const units = await unitsSeen(service, actor, asked.unit);
  const words = asked.q === undefined ? undefined : searchedWords(asked.q);
  if (units.length === 0 || (asked.q !== undefined && !words)) return NOTHING;
  const read = async (manager: EntityManager) => {
    const view = { view: asked.view, units, kept, actor };
    const query = viewOf(service, list, view, manager);
    filter(query, list, asked, clock.now());
    if (words) searchFor(query, list, words, kept);
    const whole = query.clone();
    const { limit, cursor } = asked;
    const sort = sortOf(list, asked, words);
    if (words) query.setParameter('asTyped', words.asTyped);
    const place = cursor === undefined ? {} : { cursor };
    const page = await readPage(query, { sort, limit, ...place });
    const counted = cursor === undefined ? await countOf(page, whole, manager) : { total: null };
    return { page, counted };
  };
  const { dataSource } = lists;
  const { page, counted } = words
    ? await dataSource.transaction(async (manager) => {
        await manager.query(`SET LOCAL statement_timeout = '${SEARCH_WITHIN}'`);
        return read(manager);
      })
    : await read(dataSource.manager);
  const streamOf = (row: Row) => `${list.prefix}${row[list.key]}`;
  const closed = await shield.denunciationsAmong(page.items.map(streamOf));
  // Luật Tố cáo Đ.56: called a denunciation late, its words stand in rows of a time when it was none.
  for (const row of page.items) if (closed.has(streamOf(row))) row.gist = null;
  return { rows: page.items, nextCursor: page.next ?? null, ...counted };
}

/** Each sort has its index; what is found as it was typed comes before what is found without marks. */
function sortOf<Row extends WorklistRow>(
  { key, on, numbersOf }: WorklistList<Row>,
  { sort = 'due' }: WorklistAsked,
  words: SearchedWords | undefined,
): SortColumn[] {
  const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
  const by = { due: 'dueAt', on, number: key }[sort.replace('-', '')] ?? 'dueAt';
  const type = { dueAt: 'timestamptz', [on]: 'date' }[by] ?? 'text';
  const last: SortColumn = { property: `row.${key}`, type: 'text', direction };
  const first = { property: `row.${by}`, type, direction } as SortColumn;
  const ranked: SortColumn[] =
    words && sort === 'due'
      ? [
          {
            property: '(NOT row.words @@ CAST(:asTyped AS tsquery))',
            type: 'boolean',
            of: (row) => !words.isAsTyped(row as Row, numbersOf(row as Row)),
          },
        ]
      : [];
  return [...ranked, ...(by === key ? [] : [first]), last];
}

/** Looks at no more rows than it counts, and at none where the first page has them all. */
async function countOf<Row extends WorklistRow>(
  { items, next }: { readonly items: readonly Row[]; readonly next?: string },
  query: SelectQueryBuilder<Row>,
  manager: EntityManager,
): Promise<Pick<WorklistPage<Row>, 'total' | 'moreThanTotal'>> {
  if (next === undefined) return { total: items.length };
  const n = await countUpTo(manager, query, MOST_COUNTED);
  return n > MOST_COUNTED ? { total: MOST_COUNTED, moreThanTotal: true } : { total: n };
}
