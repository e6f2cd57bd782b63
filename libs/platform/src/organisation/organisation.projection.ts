import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { DeputyRow, PersonRow, PostRow, UnitRow } from './organisation.entities.ts';

type Entry<K extends DirectoryEntryV1['kind']> = Extract<DirectoryEntryV1, { kind: K }>;

const unitRow = ({ id, parent, level, name, invented, from, to }: Entry<'unit'>): UnitRow => ({
  id,
  parent,
  level,
  nameVi: name.vi,
  nameEn: name.en,
  invented,
  from,
  to,
});
const personRow = ({ id, name, issuer, subject, active }: Entry<'person'>): PersonRow => ({
  id,
  name,
  issuer,
  subject,
  active,
});
const postRow = ({ id, unit, title, roles, person, from, to }: Entry<'post'>): PostRow => ({
  id,
  unit,
  titleVi: title.vi,
  titleEn: title.en,
  roles,
  person,
  from,
  to,
});
const deputyRow = ({ id, post, deputy, from, to, revoked }: Entry<'deputy'>): DeputyRow => ({
  id,
  post,
  deputy,
  from,
  to,
  revoked,
});

/** Later entries of the same batch win; one upsert a table. */
async function upsert<T extends ObjectLiteral & { id: string }>(
  manager: EntityManager,
  target: EntityTarget<T>,
  rows: T[],
) {
  const last = [...new Map(rows.map((row) => [row.id, row])).values()];
  if (last.length > 0) await manager.upsert(target, last, ['id']);
}

/**
 * Units, people, posts and deputies with their dates.
 *
 * @param entryOf how the service's own events say it: noted from the directory, or decided there
 */
export const organisationProjection = (
  entryOf: (event: RecordedEvent) => DirectoryEntryV1 | undefined,
): Projection => ({
  name: 'organisation',
  version: 1,
  async apply(batch, manager) {
    const entries = batch.map(entryOf).filter((entry) => entry !== undefined);
    await upsert(manager, UnitRow, entries.filter((e) => e.kind === 'unit').map(unitRow));
    await upsert(manager, PersonRow, entries.filter((e) => e.kind === 'person').map(personRow));
    await upsert(manager, PostRow, entries.filter((e) => e.kind === 'post').map(postRow));
    await upsert(manager, DeputyRow, entries.filter((e) => e.kind === 'deputy').map(deputyRow));
  },
});

export const notedEntry = ({ event }: RecordedEvent): DirectoryEntryV1 | undefined =>
  event.type === 'DirectoryEntryNoted'
    ? (event.data as { entry: DirectoryEntryV1 }).entry
    : undefined;
