import {
  TRIAGE_STATE_WORDS,
  type triageWorklistQuery,
  type triageWorklistSchema,
} from '@minh-bach/contracts';
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
import { AWAITING_WORDS, NOBODY_WORDS, STATE_WORDS } from '../domain/words.ts';
import { PetitionRow } from './petition-row.entity.ts';

type Page = z.infer<typeof triageWorklistSchema>;

export class TriageWorklistQuery extends Query<Page> {
  constructor(
    readonly asked: z.infer<typeof triageWorklistQuery>,
    readonly actor: Actor,
  ) {
    super();
  }
}

@QueryHandler(TriageWorklistQuery)
export class TriageWorklistHandler implements IQueryHandler<TriageWorklistQuery> {
  constructor(private readonly service: ServiceRuntime) {}

  async execute({ asked, actor }: TriageWorklistQuery): Promise<Page> {
    const { organisation, clock } = this.service;
    const { rows, ...page } = await readWorklist(this.service, petitionList, asked, actor);
    const unit = await unitRefs(organisation);
    return {
      items: rows.map((row) => ({
        number: row.petition,
        kind: row.kind,
        gist: row.gist,
        senderKind: row.senderKind,
        unit: unit(row.unit),
        receivedOn: row.receivedOn,
        state: row.state,
        outcome: row.outcome,
        instance: row.instance,
        stateText: stateText(row, unit),
        shown: row.shown,
        due: nearestDue(row.clocks, clock.now()),
      })),
      ...page,
    };
  }
}

export const petitionList: WorklistList<PetitionRow> = {
  entity: PetitionRow,
  key: 'petition',
  prefix: 'triage.petition-',
  on: 'receivedOn',
  numbersOf: ({ petition }) => [petition],
  filters: { kind: 'row.kind', state: 'coalesce(row.outcome, row.state)' },
  narrow(query, view, { person }) {
    if (view === 'urged') query.andWhere('row.awaitsReport');
    if (view === 'to-confirm')
      query.andWhere(`row.awaitsConfirmation AND ${PROPOSER} <> :person`, { person });
  },
};

/** Who proposed what waits now: nobody confirms their own. */
const PROPOSER = `(
  SELECT step.person FROM triage_proposed_decisions step
   WHERE step.stream = 'triage.petition-' || row.petition AND step.step = 'proposed'
   ORDER BY step.revision DESC LIMIT 1)`;

/** What those who see it have to know first. */
function stateText(
  { awaitsConfirmation, handledAbove, nobodyHandles, state, outcome, open }: PetitionRow,
  unit: Awaited<ReturnType<typeof unitRefs>>,
): Page['items'][number]['stateText'] {
  if (open && nobodyHandles) return NOBODY_WORDS;
  if (open && handledAbove !== null) {
    const { name } = unit(handledAbove);
    return { vi: `Chuyển lên ${name.vi} xử lý`, en: `Passed up to ${name.en}` };
  }
  if (awaitsConfirmation) return AWAITING_WORDS;
  return outcome === null ? STATE_WORDS[state] : TRIAGE_STATE_WORDS[outcome];
}
