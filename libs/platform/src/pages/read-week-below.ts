import type { weekQuery } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { readPage, type SortColumn } from '@minh-bach/projections';
import type { z } from 'zod';
import { isoWeekOf, weekWithNeighbours } from '../rows/iso-week.ts';
import { personRefs, unitRefs } from '../rows/references.ts';
import type { StepRow } from '../rows/step.entity.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';

/** Petitions of the asker's branch, without those of units that they head: the list is for the heads above. */
const SHOWN = `EXISTS (SELECT FROM stream_units u WHERE u.stream = row.stream
  AND u.unit = ANY(:branch) AND u.unit <> ALL(:headed))`;

/** The last first. */
const SORT: readonly SortColumn[] = [
  { property: 'row.at', type: 'timestamptz', direction: 'DESC' },
  { property: 'row.stream', type: 'text', direction: 'DESC' },
  { property: 'row.revision', type: 'integer', direction: 'DESC' },
];

interface WeekAsked {
  readonly asked: z.infer<z.ZodObject<typeof weekQuery>>;
  readonly actor: Actor;
}

/**
 * The steps of a week in petitions below the asker, page by page.
 *
 * @param stepOf what the step was, as the list tells it
 * @throws DomainError `BAD_CURSOR`
 */
export async function readWeekBelow<Row extends StepRow, Step extends object>(
  { organisation, clock, lists, shield }: ServiceRuntime,
  entity: new () => Row,
  { asked, actor }: WeekAsked,
  stepOf: (row: Row) => Step,
) {
  const { week = isoWeekOf(clock.now()), limit, cursor } = asked;
  const [kept, headed, branch] = await Promise.all([
    shield.forLists(actor),
    organisation.unitsHeadedBy(actor.person),
    organisation.unitsOfBranch(actor.unit),
    lists.fresh(),
  ]);
  const query = lists.dataSource
    .getRepository(entity)
    .createQueryBuilder('row')
    .where('row.week = :week', { week })
    .andWhere(SHOWN, { branch, headed })
    .andWhere(kept.admits('row.stream'), kept.parameters);
  const total = cursor === undefined ? await query.getCount() : null;
  const place = cursor === undefined ? {} : { cursor };
  const page = await readPage(query, { sort: SORT, limit, ...place });
  const unit = await unitRefs(organisation);
  const people = page.items.flatMap(({ person: by, deputyFor }) => [by, deputyFor]);
  const person = await personRefs(organisation, people);
  return {
    ...weekWithNeighbours(week),
    items: page.items.map((row) => ({
      number: row.petition,
      ...stepOf(row),
      person: person(row.person),
      deputyFor: row.deputyFor === null ? null : person(row.deputyFor),
      unit: unit(row.unit),
      at: row.at.toISOString(),
    })),
    nextCursor: page.next ?? null,
    total,
  };
}
