import type { DeputyEntry, DirectoryEntryV1, PostEntry } from '@minh-bach/contracts';
import {
  Entity,
  In,
  Index,
  PrimaryColumn,
  type EntityManager,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { DeputyRow, TenureRow } from './organisation.entities.ts';
import { tenuresAfter } from './tenures.ts';

/** Someone was recorded once as head of a unit, or as a head's deputy there. No later entry takes it away. */
@Entity('org_headed')
@Index(['unit'])
export class HeadedRow {
  @PrimaryColumn('text') person!: string;
  @PrimaryColumn('text') unit!: string;
}

/** Filled by the rebuild that the projection's new version asks for. */
export class Headed1764000000005 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE org_headed (person text, unit text, PRIMARY KEY (person, unit));
      CREATE INDEX org_headed_unit ON org_headed (unit);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE org_headed');
  }
}

type Days = Pick<TenureRow, 'from' | 'to'>;
const meet = (one: Days, other: Days): boolean =>
  (one.to === null || one.to >= other.from) && (other.to === null || other.to >= one.from);
const isHead = ({ roles }: Pick<TenureRow, 'roles'>): boolean => roles.includes('head');

/**
 * Entry by entry, so that a rebuild with other batches makes the same rows. Call it before the batch
 * changes the rows of tenures and deputies.
 */
export async function foldHeaded(
  manager: EntityManager,
  entries: readonly DirectoryEntryV1[],
): Promise<void> {
  const said = entries.filter(({ kind }) => kind === 'post' || kind === 'deputy') as readonly (
    PostEntry | DeputyEntry
  )[];
  if (said.length === 0) return;
  const posts = In([
    ...new Set(said.map((entry) => (entry.kind === 'post' ? entry.id : entry.post))),
  ]);
  const known = await manager.find(TenureRow, { where: { post: posts }, order: { from: 'ASC' } });
  const tenures = new Map<string, TenureRow[]>();
  for (const row of known) tenures.set(row.post, [...(tenures.get(row.post) ?? []), row]);
  const acting = await manager.find(DeputyRow, { where: { post: posts } });
  const deputies = new Map<string, Deputation>(acting.map((row) => [row.id, row]));
  const headed = new Map<string, HeadedRow>();
  const note = (person: string, unit: string) =>
    headed.set(JSON.stringify([person, unit]), { person, unit });
  for (const entry of said)
    if (entry.kind === 'post') {
      tenures.set(entry.id, tenuresAfter(tenures.get(entry.id) ?? [], entry));
      if (!isHead(entry)) continue;
      note(entry.person, entry.unit);
      for (const each of deputies.values())
        if (each.post === entry.id && meet(each, entry)) note(each.deputy, entry.unit);
    } else {
      deputies.set(entry.id, entry);
      for (const tenure of tenures.get(entry.post) ?? [])
        if (isHead(tenure) && meet(tenure, entry)) note(entry.deputy, tenure.unit);
    }
  if (headed.size === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(HeadedRow)
    .values([...headed.values()])
    .orIgnore()
    .execute();
}

type Deputation = Pick<DeputyRow, 'id' | 'post' | 'deputy' | 'from' | 'to'>;
