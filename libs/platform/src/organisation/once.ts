import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { Any, type EntityManager } from 'typeorm';
import { addRows } from '../rows/write-rows.ts';
import { deputyRow } from './deputy-row.ts';
import { OnceActedRow, OnceHeldRow } from './once.entities.ts';
import { DeputyRow, TenureRow } from './organisation.entities.ts';
import { tenuresAfter } from './tenures.ts';

/** An entry, and the day on which the directory said it. */
export interface SaidOn {
  readonly entry: DirectoryEntryV1;
  readonly on: string;
}

/**
 * Before an entry rewrites a post or a deputation, it is kept who held the post by it, and who acted there
 * for whom, on which days up to that one. No later entry takes that back, whatever day it is said to count
 * from. What had not come into force leaves nothing. Entry by entry, so that a rebuild with other batches
 * makes the same rows. Call it before the batch changes the rows of tenures and deputies.
 */
export async function foldOnce(manager: EntityManager, said: readonly SaidOn[]): Promise<void> {
  const { tenures, deputies } = await rowsBefore(
    manager,
    said.map(({ entry }) => entry),
  );
  const held = new Map<string, OnceHeldRow>();
  const acted = new Map<string, OnceActedRow>();
  for (const { entry, on } of said)
    if (entry.kind === 'post') {
      const before = tenures.get(entry.id) ?? [];
      for (const row of before) note(held, heldUpTo(on, row));
      note(acted, actedUpTo(on, before, [...deputies.values()]));
      tenures.set(entry.id, tenuresAfter(before, entry));
    } else if (entry.kind === 'deputy') {
      const before = deputies.get(entry.id);
      if (before) note(acted, actedUpTo(on, tenures.get(before.post) ?? [], [before]));
      deputies.set(entry.id, deputyRow(entry, on, before));
    }
  await addRows(manager, OnceHeldRow, [...held.values()]);
  await addRows(manager, OnceActedRow, [...acted.values()]);
}

function note<Row extends object>(noted: Map<string, Row>, rows: readonly Row[]): void {
  for (const row of rows) noted.set(JSON.stringify(row), row);
}

/** The tenures of all posts, by post, and the deputations, by id, that the entries may rewrite. */
async function rowsBefore(manager: EntityManager, entries: readonly DirectoryEntryV1[]) {
  const posts = entries.flatMap((entry) =>
    entry.kind === 'post' ? [entry.id] : entry.kind === 'deputy' ? [entry.post] : [],
  );
  if (posts.length === 0)
    return { tenures: new Map<string, TenureRow[]>(), deputies: new Map<string, DeputyRow>() };
  const ids = entries.flatMap((entry) => (entry.kind === 'deputy' ? [entry.id] : []));
  const acting = await manager.find(DeputyRow, { where: [{ post: Any(posts) }, { id: Any(ids) }] });
  const touched = new Set([...posts, ...acting.map(({ post }) => post)]);
  const known = await manager.find(TenureRow, {
    where: { post: Any([...touched]) },
    order: { from: 'ASC' },
  });
  const tenures = new Map<string, TenureRow[]>();
  for (const row of known) tenures.set(row.post, [...(tenures.get(row.post) ?? []), row]);
  return { tenures, deputies: new Map(acting.map((row) => [row.id, row])) };
}

const earlier = (...days: readonly string[]): string => days.reduce((a, b) => (a < b ? a : b));
const later = (one: string, other: string): string => (one > other ? one : other);

/** The days of a tenure up to this one. */
function heldUpTo(on: string, { post, unit, person, roles, from, to }: TenureRow): OnceHeldRow[] {
  const last = earlier(to ?? on, on);
  return from <= last ? [{ post, unit, person, roles: sorted(roles), from, to: last }] : [];
}

/** The days up to this one that tenures and deputations have in common, before these were revoked. */
const actedUpTo = (
  on: string,
  tenures: readonly TenureRow[],
  deputies: readonly DeputyRow[],
): OnceActedRow[] =>
  tenures.flatMap((tenure) =>
    deputies
      .filter((each) => each.post === tenure.post && actsFor(each, tenure))
      .flatMap(({ deputy, from, to, revokedFrom }) => {
        const { post, unit, person: holder } = tenure;
        const first = later(from, tenure.from);
        const last = earlier(to, tenure.to ?? on, revokedFrom ?? on, on);
        const row = {
          post,
          unit,
          holder,
          deputy,
          roles: sorted(tenure.roles),
          from: first,
          to: last,
        };
        return first <= last ? [row] : [];
      }),
  );

const actsFor = ({ holder, deputy }: DeputyRow, { person }: TenureRow): boolean =>
  (holder === null || holder === person) && deputy !== person;

/** Each once: they stand in the key of a row, which has a greatest length. */
const sorted = <T>(list: readonly T[]): T[] => [...new Set(list)].sort();
