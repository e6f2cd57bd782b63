import { alarmsQuery, alarmsSchema, ruleOf, words, type Alarms } from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { readPage, type SortColumn } from '@minh-bach/projections';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import type { z } from 'zod';
import { ownerOf } from '../commands/read-stream.ts';
import type { ListShield } from '../matters/shield.ts';
import { personRefs, unitRefs } from '../rows/index.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { AlarmRow } from './alarm.entity.ts';

const NEWEST_FIRST: readonly SortColumn[] = [
  { property: 'row.at', type: 'timestamptz', direction: 'DESC' },
  { property: 'row.id', type: 'text' },
];
const UNITS = 'SELECT stream, unit FROM stream_units WHERE stream = ANY($1)';

/** `/<service>/alarms`: for auditors and administrators, the newest first. No matter is named. */
export function alarmsController(name: string): Type {
  @Controller(`${name}/alarms`)
  class AlarmsController {
    constructor(private readonly service: ServiceRuntime) {}

    @Get()
    @Allow('alarms.read')
    @Operation({
      summary: words('Cảnh báo an ninh, mới nhất trước', 'Security alarms, the newest first'),
      answer: alarmsSchema,
      problems: ['BAD_CURSOR'],
    })
    async list(
      @Query({ schema: alarmsQuery }) { cursor, limit, after }: z.infer<typeof alarmsQuery>,
      @CurrentActor() actor: Actor,
    ): Promise<Alarms> {
      const { organisation, lists, shield } = this.service;
      if (after) await lists.waitFor(after);
      const [kept] = await Promise.all([shield.forLists(actor), lists.fresh()]);
      const unread = await this.#readByNobodyElse(kept);
      const query = lists.dataSource
        .getRepository(AlarmRow)
        .createQueryBuilder('row')
        .where(`(${kept.admits('row.stream')} OR row.id = ANY(:unread))`, { unread })
        .setParameters(kept.parameters);
      const asked = { sort: NEWEST_FIRST, limit, ...(cursor === undefined ? {} : { cursor }) };
      const { items: rows, next = null } = await readPage(query, asked);
      const streams = rows.map(({ stream }) => stream);
      const [personOf, unitOf, owners] = await Promise.all([
        personRefs(
          organisation,
          rows.flatMap(({ person, by }) => [person, by]),
        ),
        unitRefs(organisation),
        lists.dataSource.query<{ stream: string; unit: string }[]>(UNITS, [streams]),
      ]);
      const ownerOf = new Map(owners.map(({ stream, unit }) => [stream, unit]));
      return {
        items: rows.map(({ id, alarm, stream, person, by, at, data }) => {
          // An alarm about a person does not show the unit of the matter.
          const unit = data.unit ?? (person === null ? ownerOf.get(stream) : undefined);
          return {
            id,
            alarm,
            person: person === null ? null : personOf(person),
            by: by === null ? null : personOf(by),
            at: at.toISOString(),
            roles: data.roles ?? [],
            unit: unit === undefined ? null : unitOf(unit),
            accountSince: data.accountSince ?? null,
          };
        }),
        nextCursor: next,
      };
    }

    /**
     * An alarm about a person is kept from respondents only while others are left to read it: that person
     * must not hide it by naming all its readers. It shows neither the matter nor its unit.
     */
    async #readByNobodyElse(kept: ListShield): Promise<string[]> {
      const { lists, organisation, shield } = this.service;
      const hidden = await lists.dataSource
        .getRepository(AlarmRow)
        .createQueryBuilder('row')
        .select(['row.stream AS stream', 'row.person AS person', 'array_agg(row.id) AS ids'])
        .where(`row.person IS NOT NULL AND NOT (${kept.admits('row.stream')})`, kept.parameters)
        .groupBy('row.stream, row.person')
        .getRawMany<{ stream: string; person: string; ids: string[] }>();
      if (hidden.length === 0) return [];
      const units = (await organisation.units()).map(({ id }) => id);
      const unread = hidden.map(async ({ stream, person, ids }) => {
        const respondents = await shield.respondentsOf(ownerOf(stream));
        const { roles } = ruleOf('alarms.read');
        const readers = await organisation.firstWith(units, roles, [...respondents, person]);
        return readers === null ? ids : [];
      });
      return (await Promise.all(unread)).flat();
    }
  }
  return AlarmsController;
}
