import {
  addCaseNote,
  approveConclusion,
  assignCase,
  proposeConclusion,
  recordEvidence,
  recordExplanation,
  returnConclusion,
} from '@minh-bach/contracts';
import { useCase } from '@minh-bach/platform';
import { mayBeAssigned } from './judging-unit.ts';
import { judging, working } from './work.ts';

export const assign = useCase(
  assignCase,
  working(async ({ service, body }, state) => ({
    type: 'AssignCase',
    ...body,
    assigneeMayVerify: await mayBeAssigned(service, state, body.assignee),
  })),
);

export const noteOnCase = useCase(
  addCaseNote,
  working(({ body }) => ({ type: 'AddNote', ...body })),
);

/** From assignment to the conclusion: a draft is proposed by one person and judged by another. */
export const investigationCommands = [
  assign,
  noteOnCase,
  useCase(
    recordExplanation,
    working(({ body }) => ({ type: 'RecordExplanation', ...body })),
  ),
  useCase(
    recordEvidence,
    working(({ body }) => ({ type: 'RecordEvidence', ...body })),
  ),
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
