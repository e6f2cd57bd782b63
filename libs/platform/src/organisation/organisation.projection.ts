import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import { Any, type EntityManager, type EntityTarget } from 'typeorm';
import { foldRows } from '../rows/fold-rows.ts';
import { upsertRows } from '../rows/write-rows.ts';
import { deputyRow } from './deputy-row.ts';
import { foldOnce } from './once.ts';
import { DeputyRow, PersonRow, TenureRow, UnitRow } from './organisation.entities.ts';
import { tenuresAfter } from './tenures.ts';

type Kind = DirectoryEntryV1['kind'];
type Entry<K extends Kind> = Extract<DirectoryEntryV1, { kind: K }>;
type EntryOf = (event: RecordedEvent) => DirectoryEntryV1 | undefined;

/** The row of an entry, after the row there was; `on` is the day on which the directory said it. */
type RowOf<K extends Kind, Row> = (entry: Entry<K>, on: string, before?: Row) => Row;

const unitRow: RowOf<'unit', UnitRow> = ({ id, parent, level, name, invented, from, to }) => ({
  id,
  parent,
  level,
  nameVi: name.vi,
  nameEn: name.en,
  invented,
  from,
  to,
});

/** Said to be inactive once more, someone has been so since the first time. */
const personRow: RowOf<'person', PersonRow> = (entry, on, before) => {
  const { id, name, issuer, subject, active } = entry;
  return { id, name, issuer, subject, inactiveFrom: active ? null : (before?.inactiveFrom ?? on) };
};

/**
 * Units, people, tenures of posts, and deputies, with their dates.
 *
 * @param entryOf how the service's own events say it: noted from the directory, or decided there
 */
export function organisationProjection(entryOf: EntryOf): Projection {
  const entryOfKind = <K extends Kind>(kind: K, recorded: RecordedEvent): Entry<K> | undefined => {
    const entry = entryOf(recorded);
    return entry?.kind === kind ? (entry as Entry<K>) : undefined;
  };
  return {
    name: 'organisation',
    // Since 5 lists have a read model of their own: the rebuild leaves their tables behind.
    // Since 6 those who headed a unit are only people by whom it came into force.
    // Since 7 it is known which deputies a head alone chose.
    // Since 8 it is known which posts lead their units.
    // Since 9 it is kept who held which post and who acted for whom by entries rewritten since.
    // Since 10 roles are kept as a set, whatever an entry repeats.
    version: 10,
    async apply(batch, manager) {
      const fold = <K extends Kind, Row extends { id: string }>(
        kind: K,
        entity: EntityTarget<Row>,
        rowOf: RowOf<K, Row>,
      ) =>
        foldRows<Row>(
          manager,
          {
            entity,
            key: 'id',
            keyOf: (recorded) => entryOfKind(kind, recorded)?.id,
            evolve(row, recorded) {
              const entry = entryOfKind(kind, recorded);
              return entry && rowOf(entry, localDate(recorded.metadata.occurredAt), row);
            },
          },
          batch,
        );
      await foldOnce(
        manager,
        batch.flatMap((recorded) => {
          const entry = entryOf(recorded);
          return entry ? [{ entry, on: localDate(recorded.metadata.occurredAt) }] : [];
        }),
      );
      await fold('unit', UnitRow, unitRow);
      await fold('person', PersonRow, personRow);
      await fold('deputy', DeputyRow, deputyRow);
      const posts = batch.map((recorded) => entryOfKind('post', recorded));
      await foldTenures(
        manager,
        posts.filter((post) => post !== undefined),
      );
    },
  };
}

/** The tenures of the posts that a batch speaks of: read once, folded, written once. */
async function foldTenures(
  manager: EntityManager,
  entries: readonly Entry<'post'>[],
): Promise<void> {
  if (entries.length === 0) return;
  const touched = { post: Any([...new Set(entries.map(({ id }) => id))]) };
  const known = await manager.find(TenureRow, { where: touched, order: { from: 'ASC' } });
  const tenures = new Map<string, TenureRow[]>();
  for (const row of known) tenures.set(row.post, [...(tenures.get(row.post) ?? []), row]);
  for (const entry of entries)
    tenures.set(entry.id, tenuresAfter(tenures.get(entry.id) ?? [], entry));
  await manager.delete(TenureRow, touched);
  await upsertRows(manager, TenureRow, [...tenures.values()].flat(), ['post', 'from']);
}

export const notedEntry = ({ event }: RecordedEvent): DirectoryEntryV1 | undefined =>
  event.type === 'DirectoryEntryNoted'
    ? (event.data as { entry: DirectoryEntryV1 }).entry
    : undefined;
