import { nearUntil } from '@minh-bach/rules';
import type { SelectQueryBuilder } from 'typeorm';
import type { ListShield } from '../matters/shield.ts';
import { SOON } from '../rows/due.ts';
import type { SearchedWords } from '../rows/search-words.ts';
import type { WorklistAsked, WorklistList, WorklistRow } from './worklist-list.ts';

/**
 * A row warns by the stricter end of its clocks, and is overdue by the plain one. No clock is over
 * before its stricter end, so the index finds the few rows whose clocks are looked into.
 */
const IS_OVER = `EXISTS (
  SELECT FROM jsonb_array_elements(row.clocks) clock WHERE (clock->>'endsAt')::timestamptz <= :now)`;
export const OVERDUE = `row.dueAt <= :now AND ${IS_OVER}`;
const SOON_DUE = `row.dueAt <= :soon AND NOT (${OVERDUE})`;

/** Narrows a worklist by what its address says. */
export function filter<Row extends WorklistRow>(
  query: SelectQueryBuilder<Row>,
  { on, filters }: WorklistList<Row>,
  asked: WorklistAsked,
  now: Date,
): void {
  const { due, from, to } = asked;
  if (due === 'overdue') query.andWhere(OVERDUE, { now });
  if (due === 'soon') query.andWhere(SOON_DUE, { now, soon: nearUntil(now, SOON) });
  if (from !== undefined) query.andWhere(`row.${on} >= CAST(:from AS date)`, { from });
  if (to !== undefined) query.andWhere(`row.${on} <= CAST(:to AS date)`, { to });
  for (const [name, column] of Object.entries(filters)) {
    const value = (asked as unknown as Record<string, unknown>)[name];
    if (value !== undefined) query.andWhere(`${column} = :${name}`, { [name]: value });
  }
}

/** Rows with all these words. A denunciation is found by its numbers alone, whatever its row still says. */
export function searchFor<Row extends WorklistRow>(
  query: SelectQueryBuilder<Row>,
  { key, prefix }: WorklistList<Row>,
  { all, inNumbers }: SearchedWords,
  shield: ListShield,
): void {
  query
    .andWhere('row.words @@ CAST(:allWords AS tsquery)', { allWords: all })
    .andWhere(
      `(row.words @@ CAST(:inNumbers AS tsquery) OR NOT (${shield.isDenunciation(`'${prefix}' || row.${key}`)}))`,
      { inNumbers },
    );
}
