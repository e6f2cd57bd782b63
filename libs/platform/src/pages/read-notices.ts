import type { noticesQuery, noticesSchema } from '@minh-bach/contracts';
import { readPage, type SortColumn } from '@minh-bach/projections';
import { Brackets } from 'typeorm';
import type { z } from 'zod';
import { personRefs, unitRefs } from '../rows/references.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { BreachNoticeRow } from '../matters/matter.entities.ts';
import type { Asker } from '../matters/shield.ts';

const NEWEST_FIRST: readonly SortColumn[] = [
  { property: 'row.at', type: 'timestamptz', direction: 'DESC' },
  { property: 'row.stream', type: 'text' },
  { property: 'row.rule', type: 'text' },
  { property: 'row.due', type: 'text' },
];

/** A deputy reads what they were told of while they act for that head, and no longer. */
const TOLD_TO_ME = `row.person = :person
  AND (row.deputy_for IS NULL OR row.deputy_for = ANY(:headsActedFor))`;

/** A breach of which nobody could be told waits for whoever heads the unit, or one above it, next. */
const TOLD_TO_NOBODY = `row.person IS NULL AND EXISTS (
  SELECT FROM stream_units u WHERE u.stream = row.stream AND u.unit = ANY(:branches))`;

/**
 * One page of the breaches that someone, or who acted for him, was told of, newest first. The first
 * page alone counts them all.
 *
 * @throws DomainError `BAD_CURSOR`
 */
export async function readNotices(
  { rights, organisation, shield }: ServiceRuntime,
  asker: Asker,
  { cursor, limit }: z.infer<typeof noticesQuery>,
): Promise<z.infer<typeof noticesSchema>> {
  const person = typeof asker === 'string' ? asker : asker.person;
  const kept = await shield.forLists(asker);
  const branches = await organisation.branchesHeadedBy(person);
  const posts = await organisation.postsOf(person);
  const headsActedFor = posts.flatMap(({ roles, deputyFor }) =>
    deputyFor !== undefined && roles.includes('head') ? [deputyFor] : [],
  );
  const query = rights.dataSource
    .getRepository(BreachNoticeRow)
    .createQueryBuilder('row')
    .where(
      new Brackets((mine) =>
        mine
          .where(TOLD_TO_ME, { person, headsActedFor })
          .orWhere('row.deputyFor = :person')
          .orWhere(TOLD_TO_NOBODY, { branches }),
      ),
    )
    // Also what someone was told before it was known to be about them.
    .andWhere(kept.admits('row.stream'), kept.parameters);
  const total = cursor === undefined ? await query.getCount() : null;
  const asked = { sort: NEWEST_FIRST, limit, ...(cursor === undefined ? {} : { cursor }) };
  const page = await readPage(query, asked);
  const unitOf = await unitRefs(organisation);
  const personOf = await personRefs(
    organisation,
    page.items.map(({ deputyFor }) => deputyFor),
  );
  const items = page.items.map((row) => ({
    matter: row.matter,
    rule: row.rule,
    name: row.name,
    legal: row.legal,
    due: row.due,
    at: row.at.toISOString(),
    unit: row.unit === null ? null : unitOf(row.unit),
    deputyFor: row.deputyFor === null ? null : personOf(row.deputyFor),
    consequence: row.consequence ? { text: row.consequence.text, law: row.consequence.law } : null,
  }));
  return { items, nextCursor: page.next ?? null, total };
}
