import {
  addCaseNote,
  approveConclusion,
  askGuidance,
  assignCase,
  declareRelation,
  declineAssignment,
  dismissRelation,
  giveGuidance,
  proposeConclusion,
  recordEvidence,
  recordExplanation,
  returnConclusion,
  withdrawItem,
  type Acting,
} from '@minh-bach/contracts';
import { areOneWillSince, useCase } from '@minh-bach/platform';
import { caseFileOpening } from '../open-file/open-case-file.ts';
import { guidingUnit, keptSinceOf, mayBeAssigned, verifiesHere } from './judging-unit.ts';
import { delayReport, urging } from './urge.ts';
import { withFiles } from './with-files.ts';
import { guiding, judging, working } from './work.ts';

export const assign = useCase(
  assignCase,
  working(async ({ service, body }, { state, isDenunciation }) => ({
    type: 'AssignCase',
    ...body,
    isDenunciation,
    assigneeMayVerify: await mayBeAssigned(service, state, body.assignee),
  })),
);

export const noteOnCase = useCase(
  addCaseNote,
  working(({ body }) => ({ type: 'AddNote', ...body })),
);

export const declaring = useCase(
  declareRelation,
  working(async ({ service, body }, { state, isDenunciation }) => ({
    type: 'DeclareRelation',
    ...body,
    isDenunciation,
    verifies: await verifiesHere(service, state, body.person),
  })),
);

export const declining = useCase(
  declineAssignment,
  working(({ body }, { isDenunciation }) => ({
    type: 'DeclineAssignment',
    ...body,
    isDenunciation,
  })),
);

export const dismissing = useCase(
  dismissRelation,
  working(async ({ service, body, context: { actor } }, { state, isDenunciation }) => {
    const { person, dismissedBy = [] } = state.relations[body.relation - 1] ?? {};
    const isOneWill = (other: Acting) => areOneWillSince(service, keptSinceOf(state), other, actor);
    const again = await Promise.all(dismissedBy.map(isOneWill));
    return {
      ...{ type: 'DismissRelation', ...body, isDenunciation },
      isOwn: person !== undefined && (await isOneWill({ person })),
      isAgain: again.includes(true),
    };
  }),
);

/** From assignment to the conclusion: a draft is proposed by one person and judged by another. */
export const investigationCommands = [
  assign,
  noteOnCase,
  useCase(
    recordExplanation,
    withFiles((body, files) => ({ type: 'RecordExplanation', ...body, files })),
  ),
  useCase(
    recordEvidence,
    withFiles((body, files) => ({ type: 'RecordEvidence', ...body, files })),
  ),
  useCase(
    askGuidance,
    working(async ({ service, body }, { state }) => ({
      type: 'AskGuidance',
      ...body,
      to: (await guidingUnit(service, state))?.unit ?? null,
    })),
  ),
  useCase(
    giveGuidance,
    guiding(({ body }, mayGuide) => ({ type: 'GiveGuidance', ...body, guides: mayGuide })),
  ),
  urging,
  delayReport,
  declaring,
  declining,
  dismissing,
  useCase(
    withdrawItem,
    working(({ body }) => ({ type: 'WithdrawItem', ...body })),
  ),
  caseFileOpening,
  useCase(
    proposeConclusion,
    working(({ body }) => ({ type: 'ProposeConclusion', ...body })),
  ),
  useCase(
    approveConclusion,
    judging(({ body }) => ({ type: 'ApproveConclusion', ...body })),
  ),
  useCase(
    returnConclusion,
    judging(({ body }) => ({ type: 'ReturnConclusion', ...body })),
  ),
];
