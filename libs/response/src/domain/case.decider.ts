import {
  NO_CLOCKS,
  closeCase,
  decideBreach,
  evolveBreach,
  evolveClocks,
  refusal,
  refusalsOf,
  type CaseConcludedV1,
  type NoticeBreach,
} from '@minh-bach/contracts';
import { earlier, localDate, type Decider } from '@minh-bach/kernel';
import type { CaseEvent } from './case.events.ts';
import { expectState, ofCase, type CaseState, type Requested } from './case.state.ts';
import { waitingAfter } from './claimed-day.ts';
import { issue, type IssueDecision } from './issue.ts';
import { deliver, evolveSending, send, type RecordDelivery, type SendDecision } from './send.ts';

import { evolveSettled, settleDay, type ConfirmDay, type DeclineDay } from './settle-day.ts';

export type { CaseState, Requested } from './case.state.ts';
export type { IssueDecision } from './issue.ts';
export type { RecordDelivery, SendDecision } from './send.ts';

export interface RequestResponse {
  readonly type: 'RequestResponse';
  readonly concluded: CaseConcludedV1;
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
  | ConfirmDay
  | DeclineDay
  | NoteReceipt
  | NoticeBreach;

export const caseDecider: Decider<CaseState, CaseCommand, CaseEvent> = {
  initialState: { is: 'unknown' },

  decide(command, state, { actor, now }) {
    if (command.type === 'RequestResponse')
      return state.is === 'unknown' ? [{ type: 'ResponseRequested', data: command.concluded }] : [];
    if (state.is === 'unknown') throw refusal('CASE_UNKNOWN');
    const today = localDate(now);
    switch (command.type) {
      case 'IssueDecision':
        return issue(state, command, today);
      case 'SendDecision':
        return send(state, command, today);
      case 'RecordDelivery':
        return deliver(state, command, today);
      case 'CloseCase':
        // What was posted up in public is received by nobody in particular.
        expectState(
          state,
          state.method === 'posting' && state.is === 'sent' ? 'sent' : 'delivered',
          refusalsOf(closeCase),
        );
        return [{ type: 'CaseClosed', data: ofCase(state) }];
      case 'ConfirmDay':
      case 'DeclineDay':
        return settleDay(state, command, actor);
      case 'NoteReceipt':
        return noteReceipt(state, command.receivedOn);
      case 'NoticeBreach':
        return decideBreach(state.clocks, command, now, state.concluded.petitions);
    }
  },

  evolve(before, event, { actor }) {
    if (event.type === 'ResponseRequested')
      return {
        is: 'requested',
        concluded: event.data,
        issuedOn: null,
        sentOn: null,
        method: null,
        others: [],
        sendings: {},
        clocks: NO_CLOCKS,
        waiting: [],
        unsettled: [],
      };
    if (before.is === 'unknown') return before;
    const state = waitingAfter(before, event, actor);
    switch (event.type) {
      case 'DecisionIssued': {
        const { issuedOn, others = [] } = event.data;
        const clocks = evolveClocks(state.clocks, event.data);
        return { ...state, is: 'issued', issuedOn, others, clocks };
      }
      case 'DecisionSent':
        return { ...evolveSending(state, event), clocks: evolveClocks(state.clocks, event.data) };
      case 'DecisionDelivered':
        return evolveSending(state, event);
      case 'DayConfirmed':
      case 'DayDeclined':
        return evolveSettled(state, event);
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

/** The limit of sending counts from the issue: it stays as it is. */
function noteReceipt(state: Requested, receivedOn: string): CaseEvent[] {
  const { receivedOn: was } = state.concluded;
  if (receivedOn === was) return [];
  return [{ type: 'ReceiptDateNoted', data: { ...ofCase(state), was, receivedOn } }];
}
