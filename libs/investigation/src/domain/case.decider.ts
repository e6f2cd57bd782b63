import {
  addCaseNote,
  approveConclusion,
  assignCase,
  clockOf,
  decideBreach,
  endReport,
  meetClocks,
  proposeConclusion,
  refusal,
  refusalsOf,
  returnConclusion,
  withoutReport,
  type ClockStarted,
} from '@minh-bach/contracts';
import { localDate, type Actor, type Decider } from '@minh-bach/kernel';
import { computeDeadlineData } from '@minh-bach/rules';
import type { AssignCase, CaseCommand } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';
import { evolve, type CaseState, type Received } from './case.state.ts';
import { askGuidance, giveGuidance } from './guidance.ts';
import { perDay } from './per-day.ts';
import { recordEvidence, recordExplanation, withdrawItem } from './record-papers.ts';
import {
  checkedBy,
  declareRelation,
  declineAssignment,
  dismissRelation,
  refuseConflict,
} from './relations.ts';
import { report, urge } from './urge.ts';
import { draftToJudge, refuseConcluded, refuseOthers } from './refusals.ts';

export const caseDecider: Decider<CaseState, CaseCommand, CaseEvent> = {
  initialState: { is: 'unknown' },

  decide(command, state, { actor, now }) {
    if (command.type === 'ReceiveCase') {
      if (state.is !== 'unknown') {
        if (state.case.petitions.join() !== command.case.petitions.join())
          throw refusal('CASE_NUMBER_TWICE');
        return [];
      }
      return [
        { type: 'CaseReceived', data: { ...command.case, ...resolutionClock(command.case) } },
      ];
    }
    if (state.is === 'unknown') throw refusal('CASE_UNKNOWN');
    const events = decideReceived(command, state, actor, now);
    // All commands that have a bound refuse with the same code.
    perDay.refuseTooOften(state.today, events, { actor, now }, refusalsOf(addCaseNote));
    return events;
  },

  evolve,
};

function decideReceived(
  command: Exclude<CaseCommand, { type: 'ReceiveCase' }>,
  state: Received,
  actor: Actor,
  now: string,
): readonly CaseEvent[] {
  const today = localDate(now);
  switch (command.type) {
    case 'AssignCase':
      refuseConcluded(state, refusalsOf(assignCase));
      if (state.is === 'proposed') throw refusalsOf(assignCase)('AWAITING_APPROVAL');
      if (!command.assigneeMayVerify) throw refusalsOf(assignCase)('ASSIGNEE_CANNOT_VERIFY');
      refuseConflict(state, command.assignee, command.isDenunciation);
      return assigned(command, state);
    case 'AskGuidance':
      return askGuidance(command, state, actor);
    case 'GiveGuidance':
      return giveGuidance(command, state);
    case 'UrgeCase':
      return urge(state, command, now);
    case 'ReportDelay':
      return report(state, command);
    case 'DeclareRelation':
      return declareRelation(command, state);
    case 'DeclineAssignment':
      return declineAssignment(command, state, actor);
    case 'DismissRelation':
      return dismissRelation(command, state);
    case 'AddNote':
      return [{ type: 'NoteAdded', data: { text: command.text } }];
    case 'RecordExplanation':
      return recordExplanation(command, state, actor, today);
    case 'RecordEvidence':
      return recordEvidence(command, state, actor, today);
    case 'WithdrawItem':
      return withdrawItem(command, state, actor);
    case 'ProposeConclusion': {
      const refuse = refusalsOf(proposeConclusion);
      refuseOthers(state, actor, refuse);
      refuseConcluded(state, refuse);
      const { type: _, ...draft } = command;
      const data = { ...ofCase(state), version: (state.draft?.version ?? 0) + 1, ...draft };
      return [{ type: 'ConclusionProposed', data }];
    }
    case 'ApproveConclusion': {
      const { version, conclusion } = draftToJudge(
        state,
        actor,
        command.version,
        refusalsOf(approveConclusion),
      );
      const { kind, competentUnit: unit, instance, receivedOn, keptSince, gist } = state.case;
      const kept = keptSince === undefined ? {} : { keptSince };
      const [clock] = Object.values(withoutReport(state.clocks).running);
      const begins = {
        kind,
        unit,
        instance,
        receivedOn,
        ...kept,
        gist,
        ...(clock ? { clock } : {}),
      };
      return [
        {
          type: 'ConclusionApproved',
          data: { ...ofCase(state), version, conclusion, ...begins, approvedBy: actor.person },
        },
      ];
    }
    case 'ReturnConclusion': {
      const { version } = draftToJudge(state, actor, command.version, refusalsOf(returnConclusion));
      return [
        { type: 'ConclusionReturned', data: { ...ofCase(state), version, note: command.note } },
      ];
    }
    case 'NoteDecision': {
      if (state.is === 'decided') return [];
      // Response hears of a case by its conclusion: no true news of a decision comes before that.
      if (state.is !== 'approved') throw refusal('CASE_NOT_CONCLUDED');
      const { decisionNumber, issuedOn, countsFrom } = command;
      const limits = meetClocks(withoutReport(state.clocks), issuedOn, countsFrom);
      const clocksEnded = [...limits, ...endReport(state.clocks)];
      const counts = countsFrom === undefined ? {} : { countsFrom };
      return [
        { type: 'DecisionNoted', data: { decisionNumber, issuedOn, ...counts, clocksEnded } },
      ];
    }
    case 'SettleDecisionDay': {
      if (state.unsettled.length === 0) return [];
      const { on } = command;
      const clocksEnded = state.unsettled.map((rule) => ({ rule, how: 'met' as const, on }));
      return [{ type: 'DecisionDayNoted', data: { on, clocksEnded } }];
    }
    case 'NoteReceipt':
      return noteReceipt(state, command.receivedOn);
    case 'NoticeBreach':
      return decideBreach(state.clocks, command, now, state.case.petitions);
  }
}

function assigned({ assignee, isDenunciation }: AssignCase, state: Received): CaseEvent[] {
  if (assignee === state.assignee) return [];
  const conflictsChecked = checkedBy(isDenunciation);
  return [{ type: 'CaseAssigned', data: { ...ofCase(state), assignee, conflictsChecked } }];
}

const ofCase = ({ case: { case: number, petitions } }: Received) => ({ case: number, petitions });

/** The limit of resolution counts from acceptance: it stays as it is. */
function noteReceipt(state: Received, receivedOn: string): CaseEvent[] {
  const { receivedOn: was } = state.case;
  if (receivedOn === was) return [];
  const isConcluded = state.is === 'approved' || state.is === 'decided';
  return [{ type: 'ReceiptDateNoted', data: { ...ofCase(state), was, receivedOn, isConcluded } }];
}

/** A total from acceptance, never extra time (Luật Khiếu nại Đ.28). Only complaints have it yet. */
function resolutionClock({
  kind,
  instance,
  acceptedOn,
  receivedOn,
}: {
  kind: string;
  instance: 1 | 2;
  acceptedOn: string;
  receivedOn: string;
}): {
  clocksStarted?: ClockStarted[];
} {
  if (kind !== 'complaint') return {};
  const clock = clockOf(
    computeDeadlineData({
      rule: `KN${instance}.RESOLVE.NORMAL`,
      trigger: acceptedOn,
      receivedOn,
    }),
  );
  return { clocksStarted: [clock] };
}
