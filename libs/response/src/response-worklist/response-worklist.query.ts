import type { responseWorklistQuery, responseWorklistSchema } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import {
  ServiceRuntime,
  nearestDue,
  unitRefs,
  readWorklist,
  type WorklistList,
} from '@minh-bach/platform';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { STATE_WORDS } from '../domain/words.ts';
import { ResponseRow } from './response-row.entity.ts';

type Page = z.infer<typeof responseWorklistSchema>;

export class ResponseWorklistQuery extends Query<Page> {
  constructor(
    readonly asked: z.infer<typeof responseWorklistQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(ResponseWorklistQuery)
export class ResponseWorklistHandler implements IQueryHandler<ResponseWorklistQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ asked, actor }: ResponseWorklistQuery): Promise<Page> {
    const { organisation, clock } = this.service;
    const { rows, ...page } = await readWorklist(this.service, responseList, asked, actor);
    const unit = await unitRefs(organisation);
    return {
      items: rows.map((row) => ({
        case: row.number,
        petitions: row.petitions,
        kind: row.kind,
        instance: row.instance,
        gist: row.gist,
        unit: unit(row.unit),
        concludedOn: row.concludedOn,
        conclusion: row.conclusion,
        state: row.state,
        stateText: STATE_WORDS[row.state],
        decisionNumber: row.decisionNumber,
        shown: row.shown,
        due: nearestDue(row.clocks, clock.now()),
      })),
      ...page,
    };
  }
}

export const responseList: WorklistList<ResponseRow> = {
  entity: ResponseRow,
  key: 'number',
  prefix: 'response.case-',
  on: 'concludedOn',
  numbersOf: ({ number, petitions }) => [number, ...petitions],
  filters: { kind: 'row.kind', state: 'row.state' },
  narrow(query, view) {
    if (view === 'urged') query.andWhere('row.awaitsReport');
  },
};
