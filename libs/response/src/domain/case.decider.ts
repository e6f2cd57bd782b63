import {
  NOTHING_YET,
  NOT_URGED,
  NO_CLOCKS,
  decideBreach,
  evolveBreach,
  evolveClocks,
  evolveUrging,
  preparePublication,
  refusal,
  refusalsOf,
  type CaseConcludedV1,
  type ClockChanges,
  type NoticeBreach,
} from '@minh-bach/contracts';
import {
  earlier,
  localDate,
  type Decider,
  type DecisionContext,
  type EventContext,
} from '@minh-bach/kernel';
import type { CaseEvent } from './case.events.ts';
import { keptSinceOf, ofCase, type CaseState, type Requested } from './case.state.ts';
import { close, type CloseCase } from './close.ts';
import { inForceAfter } from './last-days.ts';
import { waitingAfter } from './claimed-day.ts';
import { issue, type IssueDecision } from './issue.ts';
import {
  NOT_PUBLISHED,
  decidePublication,
  evolvePublication,
  writtenPerDay,
  type PublicationCommand,
} from './publish.ts';
import type { PublicationEvent } from './publish.events.ts';
import {
  deliver,
  evolveSending,
  send,
  type RecordDelivery,
  type SendDecision,
  type SendingEvent,
} from './send.ts';

import { report, urge, type ReportDelay, type UrgeDecision } from './urge.ts';
import { evolveSettled, settleDay, type ConfirmDay, type DeclineDay } from './settle-day.ts';

export type { CaseState, Requested } from './case.state.ts';
export type { CloseCase } from './close.ts';
export type { IssueDecision } from './issue.ts';
export type { RecordDelivery, SendDecision } from './send.ts';

export interface RequestResponse {
  readonly type: 'RequestResponse';
  readonly concluded: CaseConcludedV1;
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
  | PublicationCommand
  | CloseCase
  | ConfirmDay
  | DeclineDay
  | UrgeDecision
  | ReportDelay
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
        return bounded(send(state, command, today), state, { actor, now });
      case 'RecordDelivery':
        return bounded(deliver(state, command, today), state, { actor, now });
      case 'CloseCase':
        return close(state, command, today);
      case 'ConfirmDay':
      case 'DeclineDay':
        return settleDay(state, command, actor);
      case 'PreparePublication':
      case 'ConfirmPublication':
      case 'ReturnPublication':
      case 'ProposeTakingBack':
      case 'ConfirmTakingBack':
      case 'DeclineTakingBack': {
        return bounded([decidePublication(state, command, { actor, today })], state, {
          actor,
          now,
        });
      }
      case 'UrgeDecision':
        return [urge(state, command, now)];
      case 'ReportDelay':
        return [report(state, command)];
      case 'NoteReceipt':
        return noteReceipt(state, command.receivedOn);
      case 'NoticeBreach':
        return decideBreach(state.clocks, command, now, state.concluded.petitions);
    }
  },

  evolve(before, event, metadata) {
    if (event.type === 'ResponseRequested')
      return {
        is: 'requested',
        concluded: event.data,
        issuedOn: null,
        inForceAfter: null,
        sentOn: null,
        method: null,
        others: [],
        sendings: [],
        publication: NOT_PUBLISHED,
        ...NOT_URGED,
        today: NOTHING_YET,
        clocks: NO_CLOCKS,
        waiting: [],
        unsettled: [],
      };
    if (before.is === 'unknown') return before;
    const state = waitingAfter(before, event, metadata.actor);
    switch (event.type) {
      case 'DecisionIssued': {
        const { issuedOn, others = [] } = event.data;
        // Older decisions do not say it.
        const effect =
          event.data.inForceAfter ?? inForceAfter(issuedOn, state.concluded.receivedOn);
        const clocks = evolveClocks(state.clocks, event.data);
        return { ...state, is: 'issued', issuedOn, inForceAfter: effect, others, clocks };
      }
      case 'DecisionSent':
        return {
          ...evolveSending(counted(state, event, metadata), event),
          clocks: evolveClocks(state.clocks, event.data),
        };
      case 'DecisionDelivered':
        return evolveSending(counted(state, event, metadata), event);
      case 'DayConfirmed':
      case 'DayDeclined':
        return evolveSettled(state, event);
      case 'PublicationPrepared':
      case 'PublicationReturned':
      case 'DecisionPublished':
      case 'PublicationTakingBackProposed':
      case 'PublicationTakingBackDeclined':
      case 'PublicationTakenBack': {
        return {
          ...counted(state, event, metadata),
          publication: evolvePublication(state, event, metadata),
          clocks: evolveClocks(state.clocks, event.data as ClockChanges),
        };
      }
      case 'LowerUnitUrged':
      case 'DelayReported':
        return { ...state, ...evolveUrging(state, event, metadata.recordedAt) };
      case 'CaseClosed':
        return { ...state, is: 'closed' };
      case 'DeadlineBreached':
        return { ...state, clocks: evolveBreach(state.clocks, event) };
      case 'ReceiptDateNoted': {
        const { concluded } = state;
        const { receivedOn } = event.data;
        const keptSince = earlier(keptSinceOf(concluded), receivedOn);
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

type Written = PublicationEvent | SendingEvent;

function bounded(events: Written[], state: Requested, by: DecisionContext): Written[] {
  writtenPerDay.refuseTooOften(state.today, events, by, refusalsOf(preparePublication));
  return events;
}

const counted = (state: Requested, event: Written, { actor, recordedAt }: EventContext) => ({
  ...state,
  today: writtenPerDay.counted(state.today, event, actor, recordedAt),
});
