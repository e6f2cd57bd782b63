import type { disclosuresQuery, disclosuresSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  isoWeekOf,
  personRefs,
  unitRefs,
  weekBefore,
  weekWithNeighbours,
  type ListShield,
} from '@minh-bach/platform';
import { readPage } from '@minh-bach/projections';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { purposeInWords } from '../disclose-identity/identity-disclosed.ts';
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

const SORT = (['unit', 'person', 'petition', 'purpose'] as const).map((name) => ({
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
    const busyElsewhere = await this.#busyWithHidden(week, kept);
    const query = lists.dataSource
      .getRepository(DisclosureCountRow)
      .createQueryBuilder('row')
      .where('row.week = :week', { week })
      .andWhere('row.unit = ANY(:units)', { units: await organisation.unitsOfBranch(actor.unit) })
      .andWhere(kept.admits(STREAM), kept.parameters)
      .andWhere('(row.opened > 0 OR NOT row.person = ANY(:busyElsewhere))', { busyElsewhere });
    const total = cursor === undefined ? await query.getCount() : null;
    const page = await readPage(query, {
      sort: SORT,
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const unit = await unitRefs(organisation);
    const person = await personRefs(
      organisation,
      page.items.map((row) => row.person),
    );
    return {
      ...weekWithNeighbours(week),
      items: page.items.map((row) => ({
        person: person(row.person),
        unit: unit(row.unit),
        number: row.petition,
        purpose: row.purpose,
        purposeText: purposeInWords(row.purpose),
        opened: row.opened,
        refused: busyElsewhere.includes(row.person) ? 0 : row.refused,
        lastAt: row.lastAt?.toISOString() ?? null,
      })),
      nextCursor: page.next ?? null,
      total,
    };
  }

  /**
   * Whose refusals would tell the asker that there is something he may not know of: they reached the
   * limit by more than he sees. Of these people he is told what they opened, and no refusals; the
   * superior above is told all.
   */
  async #busyWithHidden(week: string, kept: ListShield): Promise<string[]> {
    const rows = await this.service.lists.dataSource
      .getRepository(DisclosureCountRow)
      .createQueryBuilder('row')
      .select('DISTINCT row.person', 'person')
      .where('row.week = ANY(:weeks)', { weeks: [week, weekBefore(week)] })
      .andWhere(`NOT ${kept.admits(STREAM)}`, kept.parameters)
      .getRawMany<{ person: string }>();
    return rows.map(({ person }) => person);
  }
}
