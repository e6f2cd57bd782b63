import {
  NOTHING_YET,
  NO_CLOCKS,
  addCaseNote,
  approveConclusion,
  assignCase,
  clockOf,
  decideBreach,
  evolveBreach,
  evolveClocks,
  meetClocks,
  proposeConclusion,
  recordEvidence,
  recordExplanation,
  refusal,
  refusalsOf,
  returnConclusion,
  willOf,
  type Acting,
  type Will,
  type CaseOpenedV1,
  type ClockStarted,
  type Conclusion,
  type OpenClocks,
  type PerDay,
} from '@minh-bach/contracts';
import { earlier, localDate, type Actor, type Decider } from '@minh-bach/kernel';
import { computeDeadlineData } from '@minh-bach/rules';
import type { CaseCommand } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';
import { perDay } from './per-day.ts';
import { draftToJudge, refuseConcluded, refuseFuture, refuseOthers } from './refusals.ts';

export interface Draft {
  readonly version: number;
  readonly conclusion: Conclusion;
  readonly proposer: Acting;
}

export interface Received {
  readonly is: 'received' | 'assigned' | 'proposed' | 'approved' | 'decided';
  readonly case: CaseOpenedV1;
  readonly assignee: string | null;
  readonly draft: Draft | null;
  /**
   * Everybody who was ever assigned, noted, recorded or drafted, and for whom they did; a head's notes are
   * directions.
   */
  readonly workers: readonly string[];
  readonly clocks: OpenClocks;
  readonly today: PerDay;
}
export type CaseState = { readonly is: 'unknown' } | Received;

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

  evolve(before, event, { actor, recordedAt }) {
    if (event.type === 'CaseReceived') {
      const { clocksStarted = [], ...opened } = event.data;
      const clocks = evolveClocks(NO_CLOCKS, { clocksStarted });
      const nobody = { assignee: null, draft: null, workers: [] };
      return { is: 'received', case: opened, ...nobody, clocks, today: NOTHING_YET };
    }
    if (before.is === 'unknown') return before;
    const state = { ...before, today: perDay.counted(before.today, event, actor, recordedAt) };
    switch (event.type) {
      case 'CaseAssigned':
        return {
          ...withWorkers(state, [event.data.assignee]),
          is: 'assigned',
          assignee: event.data.assignee,
        };
      case 'ConclusionProposed': {
        const { version, conclusion } = event.data;
        return {
          ...withWorkers(state, willOf(actor)),
          is: 'proposed',
          draft: { version, conclusion, proposer: actor },
        };
      }
      case 'ConclusionReturned':
        return { ...state, is: 'assigned' };
      case 'ConclusionApproved':
        return { ...state, is: 'approved' };
      case 'DecisionNoted':
        return { ...state, is: 'decided', clocks: evolveClocks(state.clocks, event.data) };
      case 'DeadlineBreached':
        return { ...state, clocks: evolveBreach(state.clocks, event) };
      case 'ReceiptDateNoted': {
        const { receivedOn } = event.data;
        const { keptSince = state.case.receivedOn } = state.case;
        const since = earlier(keptSince, receivedOn);
        return { ...state, case: { ...state.case, receivedOn, keptSince: since } };
      }
      case 'ExplanationRecorded':
      case 'EvidenceRecorded':
        return withWorkers(state, willOf(actor));
      case 'NoteAdded':
        return actor.role === 'head' ? state : withWorkers(state, willOf(actor));
    }
  },
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
      return command.assignee === state.assignee
        ? []
        : [{ type: 'CaseAssigned', data: { ...ofCase(state), assignee: command.assignee } }];
    case 'AddNote':
      return [{ type: 'NoteAdded', data: { text: command.text } }];
    case 'RecordExplanation': {
      const refuse = refusalsOf(recordExplanation);
      refuseOthers(state, actor, refuse);
      refuseConcluded(state, refuse);
      refuseFuture(command.givenOn, today, '/givenOn', refuse);
      const { type: _, ...data } = command;
      return [{ type: 'ExplanationRecorded', data: { ...data, ...awaiting(state) } }];
    }
    case 'RecordEvidence': {
      const refuse = refusalsOf(recordEvidence);
      refuseOthers(state, actor, refuse);
      refuseConcluded(state, refuse);
      refuseFuture(command.obtainedOn, today, '/obtainedOn', refuse);
      const { type: _, ...data } = command;
      return [{ type: 'EvidenceRecorded', data: { ...data, ...awaiting(state) } }];
    }
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
      const [clock] = Object.values(state.clocks.running);
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
      const { decisionNumber, issuedOn } = command;
      const clocksEnded = meetClocks(state.clocks, issuedOn);
      return [{ type: 'DecisionNoted', data: { decisionNumber, issuedOn, clocksEnded } }];
    }
    case 'NoteReceipt':
      return noteReceipt(state, command.receivedOn);
    case 'NoticeBreach':
      return decideBreach(state.clocks, command, now, state.case.petitions);
  }
}

/** The draft that the head has before them. */
const awaiting = ({ is, draft }: Received) =>
  is === 'proposed' && draft ? { draft: draft.version } : {};

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

const withWorkers = (state: Received, people: Will): Received => ({
  ...state,
  workers: [...new Set([...state.workers, ...people])],
});
