import type { disclosuresQuery, disclosuresSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  isoWeekOf,
  personRefs,
  unitRefs,
  weekWithNeighbours,
  type ListShield,
} from '@minh-bach/platform';
import { readPage } from '@minh-bach/projections';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { purposeInWords } from '../disclose-identity/identity-disclosed.ts';
import { HOUR_MS } from '../domain/disclosure-limit.decider.ts';
import { DisclosureCountRow } from './disclosure.entities.ts';

type Page = z.infer<typeof disclosuresSchema>;

export class DisclosureListQuery extends Query<Page> {
  constructor(
    readonly asked: z.infer<typeof disclosuresQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

const STREAM = `'intake.petition-' || row.petition`;

/**
 * Refusals of a row that the reader can explain by openings that they see. Others would tell of an opening
 * that the reader must not know of. The superior above is told all.
 */
const explained = (kept: ListShield): string => `
  (SELECT count(*) FROM disclosure_refusals r
    WHERE (r.week, r.unit, r.person, r.petition, r.purpose)
        = (row.week, row.unit, row.person, row.petition, row.purpose)
      AND r.at_most <= (
        SELECT count(DISTINCT o.stream) FROM security_alarms o
         WHERE o.is_part AND o.alarm = 'new-account-opened-identity' AND o.person = r.person
           AND o.at BETWEEN r.at - make_interval(secs => ${HOUR_MS / 1000}) AND r.at
           AND ${kept.admits('o.stream')}))`;

/** Of the rows of one week. */
const KEY = ['unit', 'person', 'petition', 'purpose'] as const;

const SORT = KEY.map((name) => ({
  property: `row.${name}`,
  type: 'text' as const,
}));

/** The weekly list for who heads a unit: of all of its branch, so that heads are seen from above. */
@QueryHandler(DisclosureListQuery)
export class DisclosureListHandler implements IQueryHandler<DisclosureListQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `BAD_CURSOR` */
  async execute({ asked, actor }: DisclosureListQuery): Promise<Page> {
    const { organisation, clock, lists, shield } = this.service;
    const { week = isoWeekOf(clock.now()), limit, cursor } = asked;
    const [kept] = await Promise.all([shield.forLists(actor), lists.fresh()]);
    const query = lists.dataSource
      .getRepository(DisclosureCountRow)
      .createQueryBuilder('row')
      .where('row.week = :week', { week })
      .andWhere('row.unit = ANY(:units)', { units: await organisation.unitsOfBranch(actor.unit) })
      .andWhere(kept.admits(STREAM), kept.parameters)
      .andWhere(`(row.opened > 0 OR ${explained(kept)} > 0)`);
    const total = cursor === undefined ? await query.getCount() : null;
    const page = await readPage(query, {
      sort: SORT,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const refused = await this.#refused(page.items, kept);
    const unit = await unitRefs(organisation);
    const person = await personRefs(
      organisation,
      page.items.map((row) => row.person),
    );
    return {
      ...weekWithNeighbours(week),
      items: page.items.map((row, i) => ({
        person: person(row.person),
        unit: unit(row.unit),
        number: row.petition,
        purpose: row.purpose,
        purposeText: purposeInWords(row.purpose),
        opened: row.opened,
        refused: refused[i] ?? 0,
        lastAt: row.lastAt?.toISOString() ?? null,
      })),
      nextCursor: page.next ?? null,
      total,
    };
  }

  /** Of each of these rows, in their order. */
  async #refused(rows: readonly DisclosureCountRow[], kept: ListShield): Promise<number[]> {
    const some = rows.filter(({ refused }) => refused > 0);
    if (some.length === 0) return [];
    const found = await this.service.lists.dataSource
      .getRepository(DisclosureCountRow)
      .createQueryBuilder('row')
      .select(KEY.map((name) => `row.${name} AS ${name}`))
      .addSelect(explained(kept), 'refused')
      .whereInIds(
        some.map(({ week, unit, person, petition, purpose }) => ({
          week,
          unit,
          person,
          petition,
          purpose,
        })),
      )
      .setParameters(kept.parameters)
      .getRawMany<Record<(typeof KEY)[number] | 'refused', string>>();
    const keyOf = (row: Readonly<Record<(typeof KEY)[number], string>>) =>
      KEY.map((name) => row[name]).join(' ');
    const counts = new Map(found.map((row) => [keyOf(row), Number(row.refused)] as const));
    return rows.map((row) => counts.get(keyOf(row)) ?? 0);
  }
}
