import { localDate, type Actor } from '@minh-bach/kernel';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ListShield } from '../matters/shield.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { OVERDUE } from './worklist-conditions.ts';
import type { WorklistList, WorklistRow } from './worklist-list.ts';

export type ListService = Pick<ServiceRuntime, 'organisation' | 'lists' | 'clock' | 'shield'>;

/** Of the actor's branch; of a unit outside it nothing, as of one that there is not. */
export async function unitsSeen(
  { organisation }: Pick<ListService, 'organisation'>,
  actor: Actor,
  asked?: string,
): Promise<readonly string[]> {
  const branch = await organisation.unitsOfBranch(actor.unit);
  const own = branch.length > 0 ? branch : [actor.unit];
  if (asked === undefined) return own;
  const below = new Set([asked, ...(await organisation.unitsOfBranch(asked))]);
  return own.filter((unit) => below.has(unit));
}

/** What a view holds of what the actor may see. */
export function viewOf<Row extends WorklistRow>(
  { lists, clock }: Pick<ListService, 'lists' | 'clock'>,
  list: WorklistList<Row>,
  {
    view,
    units,
    kept,
    actor,
  }: {
    readonly view: string;
    readonly units: readonly string[];
    readonly kept: ListShield;
    readonly actor: Actor;
  },
  manager: EntityManager = lists.dataSource.manager,
): SelectQueryBuilder<Row> {
  const query = manager
    .getRepository(list.entity)
    .createQueryBuilder('row')
    .where('row.unit IN (:...units)', { units })
    .andWhere(kept.admits(`'${list.prefix}' || row.${list.key}`), kept.parameters);
  if (view !== 'all') query.andWhere('row.open');
  if (view === 'unit') query.andWhere('row.unit = :ownUnit', { ownUnit: actor.unit });
  if (view === 'overdue') query.andWhere(OVERDUE, { now: clock.now() });
  list.narrow?.(query, view, actor, localDate(clock.now()));
  return query;
}

/** One more than `most` where there are more: no further row is looked at. */
export async function countUpTo<Row extends ObjectLiteral>(
  manager: EntityManager,
  query: SelectQueryBuilder<Row>,
  most: number,
): Promise<number> {
  const found = query.select('1').limit(most + 1);
  const counted = await manager
    .createQueryBuilder()
    .select('count(*)::integer', 'n')
    .from(`(${found.getQuery()})`, 'found')
    .setParameters(found.getParameters())
    .getRawOne<{ n: number }>();
  return counted?.n ?? 0;
}
