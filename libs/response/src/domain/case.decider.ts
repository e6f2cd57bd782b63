import {
  NO_CLOCKS,
  clockOf,
  closeCase,
  decideBreach,
  evolveBreach,
  evolveClocks,
  issueDecision,
  meetClocks,
  recordDelivery,
  refusal,
  refusalsOf,
  sendDecision,
  type BodyOf,
  type CaseConcludedV1,
  type NoticeBreach,
  type OpenClocks,
  type Refusal,
  type SendingMethod,
} from '@minh-bach/contracts';
import { earlier, localDate, type Decider } from '@minh-bach/kernel';
import { computeDeadlineData } from '@minh-bach/rules';
import type { CaseEvent } from './case.events.ts';

export interface RequestResponse {
  readonly type: 'RequestResponse';
  readonly concluded: CaseConcludedV1;
}
export interface IssueDecision extends BodyOf<typeof issueDecision> {
  readonly type: 'IssueDecision';
  /** Fact: did the signer head the unit (or act for its head) on that day, and is it not about them? */
  readonly signerMaySign: boolean;
}
export interface SendDecision extends BodyOf<typeof sendDecision> {
  readonly type: 'SendDecision';
}
export interface RecordDelivery extends BodyOf<typeof recordDelivery> {
  readonly type: 'RecordDelivery';
}
export interface CloseCase {
  readonly type: 'CloseCase';
}
/** Of the day on which the petition was received. */
export interface NoteReceipt {
  readonly type: 'NoteReceipt';
  readonly receivedOn: string;
}
export type CaseCommand =
  | RequestResponse
  | IssueDecision
  | SendDecision
  | RecordDelivery
  | CloseCase
  | NoteReceipt
  | NoticeBreach;

export interface Requested {
  readonly is: 'requested' | 'issued' | 'sent' | 'delivered' | 'closed';
  readonly concluded: CaseConcludedV1;
  readonly issuedOn: string | null;
  readonly sentOn: string | null;
  readonly method: SendingMethod | null;
  readonly clocks: OpenClocks;
}
export type CaseState = { readonly is: 'unknown' } | Requested;

export const caseDecider: Decider<CaseState, CaseCommand, CaseEvent> = {
  initialState: { is: 'unknown' },

  decide(command, state, { now }) {
    if (command.type === 'RequestResponse')
      return state.is === 'unknown' ? [{ type: 'ResponseRequested', data: command.concluded }] : [];
    if (state.is === 'unknown') throw refusal('CASE_UNKNOWN');
    const today = localDate(now);
    switch (command.type) {
      case 'IssueDecision': {
        const refuse = refusalsOf(issueDecision);
        expectState(state, 'requested', refuse);
        if (!command.signerMaySign) throw refuse('SIGNER_CANNOT_SIGN');
        const { concludedOn, conclusion: approved } = state.concluded;
        expectBetween(concludedOn, command.issuedOn, today, '/issuedOn', refuse);
        // Another outcome takes another conclusion, which two people agree on.
        if (command.conclusion !== approved) throw refuse('CONCLUSION_NOT_APPROVED', { approved });
        const { decisionNumber, issuedOn, signer, conclusion, text } = command;
        const data = { decisionNumber, issuedOn, signer, conclusion, text };
        return [
          {
            type: 'DecisionIssued',
            data: { ...ofCase(state), ...data, ...sendingClock(state.concluded, data.issuedOn) },
          },
        ];
      }
      case 'SendDecision': {
        const refuse = refusalsOf(sendDecision);
        expectState(state, 'issued', refuse);
        expectBetween(state.issuedOn, command.sentOn, today, '/sentOn', refuse);
        const { type: _, ...data } = command;
        const clocksEnded = meetClocks(state.clocks, command.sentOn);
        return [{ type: 'DecisionSent', data: { ...ofCase(state), ...data, clocksEnded } }];
      }
      case 'RecordDelivery': {
        const refuse = refusalsOf(recordDelivery);
        expectState(state, 'sent', refuse);
        expectBetween(state.sentOn, command.receivedOn, today, '/receivedOn', refuse);
        const { receivedOn } = command;
        const window = secondComplaint(state.concluded, receivedOn);
        return [{ type: 'DecisionDelivered', data: { ...ofCase(state), receivedOn, ...window } }];
      }
      case 'CloseCase':
        // What was posted up in public is received by nobody in particular.
        expectState(
          state,
          state.method === 'posting' && state.is === 'sent' ? 'sent' : 'delivered',
          refusalsOf(closeCase),
        );
        return [{ type: 'CaseClosed', data: ofCase(state) }];
      case 'NoteReceipt':
        return noteReceipt(state, command.receivedOn);
      case 'NoticeBreach':
        return decideBreach(state.clocks, command, now, state.concluded.petitions);
    }
  },

  evolve(state, event) {
    if (event.type === 'ResponseRequested')
      return {
        is: 'requested',
        concluded: event.data,
        issuedOn: null,
        sentOn: null,
        method: null,
        clocks: NO_CLOCKS,
      };
    if (state.is === 'unknown') return state;
    switch (event.type) {
      case 'DecisionIssued':
        return {
          ...state,
          is: 'issued',
          issuedOn: event.data.issuedOn,
          clocks: evolveClocks(state.clocks, event.data),
        };
      case 'DecisionSent':
        return {
          ...state,
          is: 'sent',
          sentOn: event.data.sentOn,
          method: event.data.method,
          clocks: evolveClocks(state.clocks, event.data),
        };
      case 'DecisionDelivered':
        return { ...state, is: 'delivered' };
      case 'CaseClosed':
        return { ...state, is: 'closed' };
      case 'DeadlineBreached':
        return { ...state, clocks: evolveBreach(state.clocks, event) };
      case 'ReceiptDateNoted': {
        const { concluded } = state;
        const { receivedOn } = event.data;
        const keptSince = earlier(concluded.keptSince ?? concluded.receivedOn, receivedOn);
        return { ...state, concluded: { ...concluded, receivedOn, keptSince } };
      }
    }
  },
};

const ofCase = ({ concluded: { case: number, petitions, unit } }: Requested) => ({
  case: number,
  petitions,
  unit,
});

/** The limit of sending counts from the issue: it stays as it is. */
function noteReceipt(state: Requested, receivedOn: string): CaseEvent[] {
  const { receivedOn: was } = state.concluded;
  if (receivedOn === was) return [];
  return [{ type: 'ReceiptDateNoted', data: { ...ofCase(state), was, receivedOn } }];
}

/** Three working days for a first decision, seven days for a second (Luật Khiếu nại Đ.32, Đ.41). */
function sendingClock({ kind, instance, receivedOn }: CaseConcludedV1, issuedOn: string) {
  if (kind !== 'complaint') return {};
  const clock = clockOf(
    computeDeadlineData({
      rule: `KN${instance}.SEND`,
      trigger: issuedOn,
      receivedOn,
    }),
  );
  return { clocksStarted: [clock] };
}

/**
 * Until when the complainant may complain a second time (Luật Khiếu nại Đ.33): their right, so no clock
 * of this unit's.
 */
function secondComplaint({ kind, instance, receivedOn }: CaseConcludedV1, trigger: string) {
  if (kind !== 'complaint' || instance !== 1) return {};
  return { window: clockOf(computeDeadlineData({ rule: 'KN2.WINDOW', trigger, receivedOn })) };
}

function expectState(
  state: Requested,
  expected: Requested['is'],
  refuse: Refusal<'NOT_THE_TIME_FOR_THIS'>,
): void {
  if (state.is !== expected) throw refuse('NOT_THE_TIME_FOR_THIS', { state: state.is, expected });
}

/** Neither before what it follows nor in the future. */
function expectBetween(
  earliest: string | null,
  date: string,
  today: string,
  field: string,
  refuse: Refusal<'DATE_IN_FUTURE' | 'DATE_TOO_EARLY'>,
): void {
  if (date > today) throw refuse('DATE_IN_FUTURE', { field });
  if (earliest !== null && date < earliest) throw refuse('DATE_TOO_EARLY', { field, earliest });
}
