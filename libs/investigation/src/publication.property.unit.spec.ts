import { describe } from '@jest/globals';
import {
  INTEGRATION_EVENTS,
  INVESTIGATION_TOPIC,
  bodySchemaOf,
  proposeConclusion,
  returnConclusion,
} from '@minh-bach/contracts';
import { publicationOf } from '@minh-bach/platform';
import { itTellsOnlyWhatFits, play, recorded } from '@minh-bach/testing';
import type { CaseCommand } from './domain/case.commands.ts';
import { caseDecider } from './domain/case.decider.ts';
import { CASE, approve, assign, binh, hung, propose, receive } from './investigation.fixture.ts';
import { investigationService } from './investigation.service.ts';

const now = '2026-11-23T08:00:00.000Z';
const told = {
  translate: publicationOf(investigationService)!.translate,
  contracts: INTEGRATION_EVENTS[INVESTIGATION_TOPIC],
};

/** `hung` drafts, `binh` judges. */
function decide(...commands: readonly CaseCommand[]) {
  const moves = [receive(), assign('hung'), ...commands].map((command) => ({
    command,
    actor: command.type === 'ProposeConclusion' ? hung : binh,
    now,
  }));
  const events = play(caseDecider, moves).flatMap((move) => move.events);
  return recorded(`investigation.case-${CASE}`, events, { actor: binh, now });
}

describe('what investigation tells', () => {
  itTellsOnlyWhatFits('POST /investigation/cases/{number}/conclusions', {
    ...told,
    schema: bodySchemaOf(proposeConclusion),
    decide: (body) => decide({ type: 'ProposeConclusion', ...body }, approve(1)),
  });

  itTellsOnlyWhatFits('POST /investigation/cases/{number}/return', {
    ...told,
    schema: bodySchemaOf(returnConclusion),
    decide: (body) => decide(propose('upheld'), { type: 'ReturnConclusion', ...body, version: 1 }),
  });
});
