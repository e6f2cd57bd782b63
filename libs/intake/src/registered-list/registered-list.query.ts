import type { registeredListQuery, registeredListSchema } from '@minh-bach/contracts';
import { localDate, type Actor } from '@minh-bach/kernel';
import { ServiceRuntime } from '@minh-bach/platform';
import { readPage, type SortColumn } from '@minh-bach/projections';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { RegisteredRow } from './registered.entity.ts';

type Page = z.infer<typeof registeredListSchema>;

export class RegisteredListQuery extends Query<Page> {
  constructor(
    readonly asked: z.infer<typeof registeredListQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

const LAST_FIRST: readonly SortColumn[] = [
  { property: 'row.at', type: 'timestamptz', direction: 'DESC' },
  { property: 'row.petition', type: 'text' },
];

/** What this person registered on a day, in the unit for which they act now. */
@QueryHandler(RegisteredListQuery)
export class RegisteredListHandler implements IQueryHandler<RegisteredListQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `BAD_CURSOR` */
  async execute({ asked, actor }: RegisteredListQuery): Promise<Page> {
    const { lists, shield, clock } = this.service;
    const { day = localDate(clock.now()), limit, cursor } = asked;
    const [kept] = await Promise.all([shield.forLists(actor), lists.fresh()]);
    const query = lists.dataSource
      .getRepository(RegisteredRow)
      .createQueryBuilder('row')
      .where('row.person = :person AND row.day = :day', { person: actor.person, day })
      .andWhere('row.unit = :unit', { unit: actor.unit })
      // Also what they registered, and what was then found to be about them.
      .andWhere(kept.admits(`'intake.petition-' || row.petition`), kept.parameters);
    const total = cursor === undefined ? await query.getCount() : null;
    const sort = { sort: LAST_FIRST, limit, ...(cursor === undefined ? {} : { cursor }) };
    const page = await readPage(query, sort);
    const streamOf = ({ petition }: RegisteredRow) => `intake.petition-${petition}`;
    const closed = await shield.denunciationsAmong(page.items.map(streamOf));
    return {
      items: page.items.map((row) => ({
        number: row.petition,
        kind: row.kind,
        gist: closed.has(streamOf(row)) ? null : row.gist,
        at: row.at.toISOString(),
      })),
      nextCursor: page.next ?? null,
      total,
    };
  }
}
