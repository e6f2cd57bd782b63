import { MOST_COUNTED_OF_VIEW } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { WorklistList, WorklistRow } from './worklist-list.ts';
import { unitsSeen, viewOf, type ListService } from './worklist-view.ts';

/**
 * How many each view holds, in one statement: 100 stands for more than 99. They are counted each time that
 * they are asked for, since an older number could tell that something was hidden meanwhile.
 *
 * @throws DomainError `PROJECTION_LATE` or `READ_MODEL_STOPPED`
 */
export async function countViews<Row extends WorklistRow, View extends string>(
  service: ListService,
  list: WorklistList<Row>,
  views: readonly View[],
  actor: Actor,
): Promise<{ counts: Record<View, number>; at: string }> {
  const { lists, shield, clock } = service;
  const [kept] = await Promise.all([shield.forLists(actor), lists.fresh()]);
  const units = await unitsSeen(service, actor);
  const all = lists.dataSource.createQueryBuilder().select([]);
  for (const view of views) {
    const found = viewOf(service, list, { view, units, kept, actor })
      .select('1')
      .limit(MOST_COUNTED_OF_VIEW + 1);
    all
      .addSelect(`(SELECT count(*)::integer FROM (${found.getQuery()}) found)`, view)
      .setParameters(found.getParameters());
  }
  const counts = await all.from('(SELECT 1)', 'one').getRawOne<Record<View, number>>();
  return { counts: counts ?? ({} as Record<View, number>), at: clock.now().toISOString() };
}
