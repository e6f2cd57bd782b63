import type { caseWorklistQuery, caseWorklistSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  actsInUnit,
  nearestDue,
  personRefs,
  unitRefs,
  readWorklist,
  type WorklistList,
} from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { STATE_WORDS } from '../domain/words.ts';
import { CaseRow } from './case-row.entity.ts';

type Page = z.infer<typeof caseWorklistSchema>;

export class CaseWorklistQuery extends Query<Page> {
  constructor(
    readonly asked: z.infer<typeof caseWorklistQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(CaseWorklistQuery)
export class CaseWorklistHandler implements IQueryHandler<CaseWorklistQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ asked, actor }: CaseWorklistQuery): Promise<Page> {
    const { organisation, clock } = this.service;
    const { rows, ...page } = await readWorklist(this.service, caseList, asked, actor);
    const left = await this.#leftOf(rows);
    const [unit, person] = await Promise.all([
      unitRefs(organisation),
      personRefs(
        organisation,
        rows.map(({ assignee }) => assignee),
      ),
    ]);
    return {
      items: rows.map((row) => ({
        case: row.number,
        petitions: row.petitions,
        kind: row.kind,
        instance: row.instance,
        gist: row.gist,
        unit: unit(row.unit),
        acceptedOn: row.acceptedOn,
        assignee: row.assignee === null ? null : person(row.assignee),
        ...(left.has(row.number) ? { holderLeft: true as const } : {}),
        state: row.state,
        stateText: STATE_WORDS[row.state],
        shown: row.shown,
        due: nearestDue(row.clocks, clock.now()),
      })),
      ...page,
    };
  }

  /** Cases of a page whose holders no longer verify in the unit. */
  async #leftOf(rows: readonly CaseRow[]): Promise<ReadonlySet<string>> {
    const { organisation } = this.service;
    const verifies = memo((person: string, unit: string) =>
      organisation.holds(person, 'verifier', unit),
    );
    const held = rows.filter(({ state, assignee }) => state === 'assigned' && assignee !== null);
    const stays = await Promise.all(held.map(({ assignee, unit }) => verifies(assignee!, unit)));
    return new Set(held.filter((_, i) => !stays[i]).map(({ number }) => number));
  }
}

/** Asks once for each person and unit. */
function memo(ask: (person: string, unit: string) => Promise<boolean>): typeof ask {
  const asked = new Map<string, Promise<boolean>>();
  return (person, unit) => {
    const key = `${person} ${unit}`;
    const known = asked.get(key) ?? ask(person, unit);
    asked.set(key, known);
    return known;
  };
}

export const caseList: WorklistList<CaseRow> = {
  entity: CaseRow,
  key: 'number',
  prefix: 'investigation.case-',
  on: 'acceptedOn',
  numbersOf: ({ number, petitions }) => [number, ...petitions],
  filters: { kind: 'row.kind', state: 'row.state', holder: 'row.assignee' },
  narrow,
};

function narrow(
  query: SelectQueryBuilder<CaseRow>,
  view: string,
  actor: Actor,
  today: string,
): void {
  if (view === 'mine') query.andWhere('row.assignee = :person', { person: actor.person });
  if (view === 'unassigned') query.andWhere('row.assignee IS NULL');
  if (view === 'to-approve') query.andWhere(`row.state = 'proposed'`);
  if (view === 'urged') query.andWhere('row.awaitsReport');
  if (view === 'to-guide') query.andWhere('row.guidanceUnit = :guiding', { guiding: actor.unit });
  if (view === 'holder-left')
    query
      .andWhere(`row.state = 'assigned' AND row.assignee IS NOT NULL`)
      .andWhere(`NOT ${actsInUnit('row.assignee', 'row.unit', 'verifier')}`, { today });
}
