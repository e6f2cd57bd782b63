import { alarmsQuery, alarmsSchema, words, type Alarms } from '@minh-bach/contracts';
import { Allow, CurrentActor, Operation } from '@minh-bach/http';
import type { Actor } from '@minh-bach/kernel';
import { readPage, type SortColumn } from '@minh-bach/projections';
import { Controller, Get, Query, type Type } from '@nestjs/common';
import type { z } from 'zod';
import { personRefs, unitRefs } from '../rows/index.ts';
import { ServiceRuntime } from '../service/service-runtime.ts';
import { AlarmRow } from './alarm.entity.ts';
import { InTurn } from '../commands/in-turn.ts';
import { keptFor } from './kept-for.ts';
import { addUp } from './parts.ts';
import { readByNobodyElse, rowsFor } from './rows-for-reader.ts';

const NEWEST_FIRST: readonly SortColumn[] = [
  { property: 'row.at', type: 'timestamptz', direction: 'DESC' },
  { property: 'row.id', type: 'text' },
];
/** So old may be the answer which alarms nobody else reads. */
const UNREAD_MS = 1_000;
const UNITS = 'SELECT stream, unit FROM stream_units WHERE stream = ANY($1)';

/** `/<service>/alarms`: for auditors and administrators, the newest first. No matter is named. */
export function alarmsController(name: string): Type {
  @Controller(`${name}/alarms`)
  class AlarmsController {
    /** All alarms are gone through for each answer: one answer at a time keeps the others' work going. */
    readonly #turns = new InTurn();
    readonly #readByNobodyElse = keptFor(UNREAD_MS, () =>
      readByNobodyElse(this.service, this.#rows),
    );

    constructor(private readonly service: ServiceRuntime) {}

    get #rows() {
      return this.service.lists.dataSource.getRepository(AlarmRow);
    }

    @Get()
    @Allow('alarms.read')
    @Operation({
      summary: words('Cảnh báo an ninh, mới nhất trước', 'Security alarms, the newest first'),
      answer: alarmsSchema,
      problems: ['BAD_CURSOR'],
    })
    async list(
      @Query({ schema: alarmsQuery }) asked: z.infer<typeof alarmsQuery>,
      @CurrentActor() actor: Actor,
    ): Promise<Alarms> {
      if (asked.after) await this.service.lists.waitFor(asked.after);
      return this.#turns.run('all', () => this.#listed(asked, actor));
    }

    async #listed({ cursor, limit }: z.infer<typeof alarmsQuery>, actor: Actor): Promise<Alarms> {
      const { organisation, lists } = this.service;
      const seen = await rowsFor(this.service, actor, this.#readByNobodyElse);
      const added = await addUp(this.#rows, seen);
      const query = this.#rows
        .createQueryBuilder('row')
        .where(`${seen.where('row')} AND (NOT row.isPart OR row.id = ANY(:added))`, { added })
        .setParameters(seen.parameters);
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
          };
        }),
        nextCursor: next,
      };
    }
  }
  return AlarmsController;
}
