import { addPetitionNote, reportDelay, settlePetition, urgeLowerUnit } from '@minh-bach/contracts';
import { useCase, type Asked } from '@minh-bach/platform';
import type { SettlePetition } from '../domain/petition.commands.ts';
import { urgedBy } from '../handling/handling.ts';
import { loadToAct, loadToHandle, petitions } from '../petition-stream.ts';
import { finishCalls } from '../merged/finish-calls.ts';
import { letGoOfOthers } from '../merged/let-go.ts';
import { basisOf } from '../proposal/basis.ts';
import { propose } from '../proposal/propose.ts';
import { acceptance } from './accept.ts';
import { confirmation, declination } from './answer.ts';
import { call, classification, correction } from './classify.ts';
import { handled } from './handled.ts';
import { merging, unmerging } from './merge.ts';
import { striking } from './strike.ts';

/** Not accepted, guided, transferred or filed: with the reason, and the rule it was decided by. */
export const settlement = useCase(settlePetition, async (asked) => {
  const { service, number, context } = asked;
  await finishCalls(asked);
  await letGoOfOthers(service, await loadToHandle(service, number, context.actor));
  return settled(asked);
});

const settled = handled(
  async ({ service, body }: Asked<typeof settlePetition>, petition): Promise<SettlePetition> => {
    const { exact } = service.organisation;
    const basis = basisOf(await propose({ organisation: exact }, petition), body.outcome);
    return { type: 'SettlePetition', ...body, basis };
  },
);

/** Only from directly above, by the people and respondents of this moment. */
export const urging = useCase(urgeLowerUnit, async (asked) => {
  const { service, number, action, body, context } = asked;
  await finishCalls(asked);
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
