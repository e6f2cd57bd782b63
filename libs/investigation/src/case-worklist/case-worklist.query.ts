import type { caseWorklistQuery, caseWorklistSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
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
        state: row.state,
        stateText: STATE_WORDS[row.state],
        due: nearestDue(row.clocks, clock.now()),
      })),
      ...page,
    };
  }
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

function narrow(query: SelectQueryBuilder<CaseRow>, view: string, actor: Actor): void {
  if (view === 'mine') query.andWhere('row.assignee = :person', { person: actor.person });
  if (view === 'unassigned') query.andWhere('row.assignee IS NULL');
  if (view === 'to-approve') query.andWhere(`row.state = 'proposed'`);
}
