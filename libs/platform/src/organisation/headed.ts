import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { Any, Entity, Index, PrimaryColumn, type EntityManager } from 'typeorm';
import { addRows } from '../rows/write-rows.ts';
import { deputyRow } from './deputy-row.ts';
import { DeputyRow, TenureRow } from './organisation.entities.ts';
import { tenuresAfter } from './tenures.ts';

/** Someone headed a unit, or acted there as a head's deputy, by an entry that was rewritten since. */
@Entity('org_headed')
@Index('org_headed_unit', ['unit'])
export class HeadedRow {
  @PrimaryColumn('text') person!: string;
  @PrimaryColumn('text') unit!: string;
}

/** An entry, and the day on which the directory said it. */
export interface SaidOn {
  readonly entry: DirectoryEntryV1;
  readonly on: string;
}

/**
 * Before an entry rewrites a post or a deputation, it is kept who headed a unit by it, if only on that
 * day. What had not come into force leaves nothing. Entry by entry, so that a rebuild with other batches
 * makes the same rows. Call it before the batch changes the rows of tenures and deputies.
 */
export async function foldHeaded(manager: EntityManager, said: readonly SaidOn[]): Promise<void> {
  const { tenures, deputies } = await rowsBefore(
    manager,
    said.map(({ entry }) => entry),
  );
  const headed = new Map<string, HeadedRow>();
  const note = (rows: readonly HeadedRow[]) => {
    for (const row of rows) headed.set(JSON.stringify([row.person, row.unit]), row);
  };
  for (const { entry, on } of said)
    if (entry.kind === 'post') {
      const before = tenures.get(entry.id) ?? [];
      note(headsUpTo(on, before, [...deputies.values()]));
      tenures.set(entry.id, tenuresAfter(before, entry));
    } else if (entry.kind === 'deputy') {
      const before = deputies.get(entry.id);
      if (before) note(headsUpTo(on, tenures.get(before.post) ?? [], [before]));
      deputies.set(entry.id, deputyRow(entry, on, before));
    }
  await addRows(manager, HeadedRow, [...headed.values()]);
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

/** Those who headed a unit on any day up to this one, by these rows: as `EVER_HEADS` asks. */
const headsUpTo = (
  on: string,
  tenures: readonly TenureRow[],
  deputies: readonly DeputyRow[],
): HeadedRow[] =>
  tenures
    .filter(({ roles }) => roles.includes('head'))
    .filter(({ from, to }) => from <= on && (to === null || to >= from))
    .flatMap((tenure) => [
      { person: tenure.person, unit: tenure.unit },
      ...deputies
        .filter((each) => each.post === tenure.post && acted(each, tenure, on))
        .map(({ deputy }) => ({ person: deputy, unit: tenure.unit })),
    ]);

/** Whether there was a day of both up to this one, before the deputation was revoked. */
function acted({ from, to, revokedFrom }: DeputyRow, held: TenureRow, on: string): boolean {
  const first = from > held.from ? from : held.from;
  return (
    first <= on &&
    first <= to &&
    (held.to === null || first <= held.to) &&
    (revokedFrom === null || first < revokedFrom)
  );
}
