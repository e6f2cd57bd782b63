import { addPetitionNote, reportDelay, settlePetition, urgeLowerUnit } from '@minh-bach/contracts';
import { useCase } from '@minh-bach/platform';
import { urgedBy } from '../handling/handling.ts';
import { loadToAct, petitions } from '../petition-stream.ts';
import { basisOf } from '../proposal/basis.ts';
import { propose } from '../proposal/propose.ts';
import { acceptance } from './accept.ts';
import { confirmation, declination } from './answer.ts';
import { call, classification, correction } from './classify.ts';
import { handled } from './handled.ts';
import { merging, unmerging } from './merge.ts';
import { striking } from './strike.ts';

/** Not accepted, guided, transferred or filed: with the reason, and the rule it was decided by. */
export const settlement = useCase(
  settlePetition,
  handled(async ({ service, body }, petition) => ({
    type: 'SettlePetition',
    ...body,
    basis: basisOf(
      await propose({ organisation: service.organisation.exact }, petition),
      body.outcome,
    ),
  })),
);

/** Only from directly above, by the people and respondents of this moment. */
export const urging = useCase(urgeLowerUnit, async (asked) => {
  const { service, number, action, body, context } = asked;
  const petition = await loadToAct(service, number, action, context.actor);
  const to = await urgedBy(service, petition, context.actor);
  const command = { type: 'UrgeLowerUnit', ...body, to } as const;
  return petitions.decide(asked, petition, command, petition.beforeDecision);
});

/** What the level above asked for: from those whom the petition falls to. */
export const delayReport = useCase(
  reportDelay,
  handled(({ body }) => ({ type: 'ReportDelay', ...body })),
);

/** A note restarts nothing. */
export const note = useCase(
  addPetitionNote,
  handled(({ body }) => ({ type: 'AddNote', ...body })),
);

export {
  acceptance,
  call,
  classification,
  confirmation,
  correction,
  declination,
  merging,
  striking,
  unmerging,
};

/** What a person decides on a petition. */
export const triageCommands = [
  classification,
  confirmation,
  declination,
  acceptance,
  settlement,
  merging,
  unmerging,
  urging,
  delayReport,
  call,
  correction,
  striking,
  note,
];
