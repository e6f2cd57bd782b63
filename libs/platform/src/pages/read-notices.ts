import type {
  LocalizedText,
  noticesQuery,
  noticesSchema,
  noticeUnitsSchema,
} from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { readPage, type SortColumn } from '@minh-bach/projections';
import { remaining } from '@minh-bach/rules';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { explanationOf } from '../rows/explanation.ts';
import { personRefs, unitRefs } from '../rows/references.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { BreachNoticeRow } from '../matters/matter.entities.ts';
import { readMatterLines } from './matter-lines.ts';

/** A person, or a person in the post in which they ask: then also with what their lists say. */
type Asker = string | Pick<Actor, 'person' | 'deputyFor' | 'role' | 'unit'>;

const WHICH: readonly SortColumn[] = [
  { property: 'row.stream', type: 'text' },
  { property: 'row.rule', type: 'text' },
  { property: 'row.due', type: 'text' },
];
const SORTS: Readonly<Record<'open' | 'done', readonly SortColumn[]>> = {
  open: [{ property: 'row.endsAt', type: 'timestamptz' }, ...WHICH],
  done: [{ property: 'row.doneOn', type: 'text', direction: 'DESC' }, ...WHICH],
};

/** A deputy reads what they were told of while they act for that head, and no longer. */
const TOLD_TO_ME = `row.person = :person
  AND (row.deputy_for IS NULL OR row.deputy_for = ANY(:headsActedFor))`;

/** The present head of a unit sees what a former head was told: what is late stays late when a head goes. */
const TOLD_TO_MY_POST = 'row.told_unit = ANY(:headed)';

/** A breach of which nobody could be told waits for whoever heads the unit, or one above it, next. */
const TOLD_TO_NOBODY = `row.person IS NULL AND EXISTS (
  SELECT FROM stream_units u WHERE u.stream = row.stream AND u.unit = ANY(:branches))`;

/** What was taken back is late no more, also while its clock runs to that day again. */
const VIEWS: Readonly<Record<'open' | 'done', string>> = {
  open: 'row.doneOn IS NULL AND row.withdrawnAt IS NULL',
  done: 'row.doneOn IS NOT NULL',
};

/** What someone is told of, still late or done since. */
async function toldOf(
  { rights, organisation, shield }: ServiceRuntime,
  asker: Asker,
  view: 'open' | 'done',
): Promise<SelectQueryBuilder<BreachNoticeRow>> {
  const person = typeof asker === 'string' ? asker : asker.person;
  const kept = await shield.forLists(asker);
  const branches = await organisation.branchesHeadedBy(person);
  const headed = await organisation.unitsHeadedBy(person);
  const posts = await organisation.postsOf(person);
  const headsActedFor = posts.flatMap(({ roles, deputyFor }) =>
    deputyFor !== undefined && roles.includes('head') ? [deputyFor] : [],
  );
  return (
    rights.dataSource
      .getRepository(BreachNoticeRow)
      .createQueryBuilder('row')
      .where(
        new Brackets((mine) =>
          mine
            .where(TOLD_TO_ME, { person, headsActedFor })
            .orWhere('row.deputyFor = :person')
            .orWhere(TOLD_TO_MY_POST, { headed })
            .orWhere(TOLD_TO_NOBODY, { branches }),
        ),
      )
      // Also what someone was told before it was known to be about them.
      .andWhere(kept.admits('row.stream'), kept.parameters)
      .andWhere(VIEWS[view])
  );
}

/**
 * One page of the breaches that someone, who acted for them, or their post was told of. The first page
 * alone counts them all.
 *
 * @throws DomainError `BAD_CURSOR`
 */
export async function readNotices(
  service: ServiceRuntime,
  asker: Asker,
  { cursor, limit, unit, view = 'open' }: z.input<typeof noticesQuery> & { readonly limit: number },
): Promise<z.infer<typeof noticesSchema>> {
  const { organisation, clock } = service;
  const query = await toldOf(service, asker, view);
  if (unit !== undefined) query.andWhere('row.unit = :unit', { unit });
  const total = cursor === undefined ? await query.getCount() : null;
  const asked = { sort: SORTS[view], limit, ...(cursor === undefined ? {} : { cursor }) };
  const page = await readPage(query, asked);
  const unitOf = await unitRefs(organisation);
  const personOf = await personRefs(
    organisation,
    page.items.map(({ deputyFor }) => deputyFor),
  );
  const lineOf = await readMatterLines(
    service,
    typeof asker === 'string' ? undefined : asker,
    page.items.map(({ matter }) => matter),
  );
  const now = clock.now().toISOString();
  const items = page.items.map((row) => ({
    matter: row.matter,
    rule: row.rule,
    name: row.name,
    legal: row.legal,
    law: row.law,
    due: row.due,
    late: lateness(row, now),
    counted: row.clock && {
      ruleVersion: row.clock.ruleVersion,
      explanation: explanationOf(row.clock),
    },
    at: row.at.toISOString(),
    unit: row.unit === null ? null : unitOf(row.unit),
    deputyFor: row.deputyFor === null ? null : personOf(row.deputyFor),
    consequence: row.consequence ? { text: row.consequence.text, law: row.consequence.law } : null,
    doneOn: row.doneOn,
    isWithdrawn: row.withdrawnAt !== null,
    line: lineOf(row.matter),
  }));
  return { items, nextCursor: page.next ?? null, total };
}

/** What is still late of that, by unit: how many, and the one that is late the longest. */
export async function readNoticeUnits(
  service: ServiceRuntime,
  asker: Asker,
): Promise<z.infer<typeof noticeUnitsSchema>> {
  const query = await toldOf(service, asker, 'open');
  const rows = await query
    .select(['row.unit AS unit', 'row.legal AS legal', 'count(*)::integer AS count'])
    .addSelect(
      `(array_agg(jsonb_build_object('matter', row.matter, 'due', row.due, 'calendarVersion',
          row.clock->>'calendarVersion') ORDER BY row.ends_at, row.stream, row.rule))[1]`,
      'oldest',
    )
    .groupBy('row.unit')
    .addGroupBy('row.legal')
    .orderBy('min(row.ends_at)')
    .getRawMany<{
      unit: string | null;
      legal: boolean;
      count: number;
      oldest: { matter: string; due: string; calendarVersion: string | null };
    }>();
  const unitOf = await unitRefs(service.organisation);
  const now = service.clock.now().toISOString();
  return {
    units: rows.map(({ unit, legal, count, oldest: { matter, due, calendarVersion } }) => ({
      unit: unit === null ? null : unitOf(unit),
      legal,
      count,
      oldest: { matter, due, late: lateness({ due, clock: { calendarVersion } }, now) },
    })),
  };
}

/** By the calendar by which the clock was counted. */
function lateness(
  { due, clock }: { due: string; clock: { calendarVersion: string | null } | null },
  now: string,
): LocalizedText {
  const calendarVersion = clock?.calendarVersion;
  return remaining({ due, ...(calendarVersion == null ? {} : { calendarVersion }) }, now).text;
}
