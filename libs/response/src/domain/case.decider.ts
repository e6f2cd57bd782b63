import {
  NO_CLOCKS,
  clockOf,
  decideBreach,
  evolveBreach,
  evolveClocks,
  meetClocks,
  type CaseConcludedV1,
  type Conclusion,
  type NoticeBreach,
  type OpenClocks,
  type SendingMethod,
} from '@minh-bach/contracts';
import { DomainError, localDate, type Decider } from '@minh-bach/kernel';
import { computeDeadline } from '@minh-bach/rules';
import type { CaseEvent } from './case.events.ts';

export interface RequestResponse {
  readonly type: 'RequestResponse';
  readonly concluded: CaseConcludedV1;
}
export interface IssueDecision {
  readonly type: 'IssueDecision';
  readonly decisionNumber: string;
  readonly issuedOn: string;
  readonly signer: string;
  /** As the decision has it. */
  readonly conclusion: Conclusion;
  /** Fact: did the signer head the unit (or act for its head) on that day, and is it not about them? */
  readonly signerMaySign: boolean;
  readonly text: string;
}
export interface SendDecision {
  readonly type: 'SendDecision';
  readonly method: SendingMethod;
  readonly sentOn: string;
  readonly addressee: string;
}
export interface RecordDelivery {
  readonly type: 'RecordDelivery';
  readonly receivedOn: string;
}
export interface CloseCase {
  readonly type: 'CloseCase';
}
export type CaseCommand =
  RequestResponse | IssueDecision | SendDecision | RecordDelivery | CloseCase | NoticeBreach;

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
    if (state.is === 'unknown') throw new DomainError('CASE_UNKNOWN');
    const today = localDate(now);
    switch (command.type) {
      case 'IssueDecision': {
        expectState(state, 'requested');
        if (!command.signerMaySign) throw new DomainError('SIGNER_CANNOT_SIGN');
        refuseOutside(command.issuedOn, state.concluded.concludedOn, today, '/issuedOn');
        refuseOtherConclusion(state.concluded.conclusion, command.conclusion);
        const { decisionNumber, issuedOn, signer, text } = command;
        const data = { decisionNumber, issuedOn, signer, text };
        return [
          {
            type: 'DecisionIssued',
            data: { ...ofCase(state), ...data, ...sendingClock(state.concluded, data.issuedOn) },
          },
        ];
      }
      case 'SendDecision': {
        expectState(state, 'issued');
        refuseOutside(command.sentOn, state.issuedOn, today, '/sentOn');
        const { type: _, ...data } = command;
        const clocksEnded = meetClocks(state.clocks, command.sentOn);
        return [{ type: 'DecisionSent', data: { ...ofCase(state), ...data, clocksEnded } }];
      }
      case 'RecordDelivery':
        expectState(state, 'sent');
        refuseOutside(command.receivedOn, state.sentOn, today, '/receivedOn');
        return [
          { type: 'DecisionDelivered', data: { ...ofCase(state), receivedOn: command.receivedOn } },
        ];
      case 'CloseCase':
        // What was posted up in public is received by nobody in particular.
        expectState(
          state,
          state.method === 'posting' && state.is === 'sent' ? 'sent' : 'delivered',
        );
        return [{ type: 'CaseClosed', data: ofCase(state) }];
      case 'NoticeBreach':
        return decideBreach(state.clocks, command, now);
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
    }
  },
};

const ofCase = ({ concluded: { case: number, petitions, unit } }: Requested) => ({
  case: number,
  petitions,
  unit,
});

/** Three working days for a first decision, seven days for a second (Luật Khiếu nại Đ.32, Đ.41). */
function sendingClock({ kind, instance, receivedOn }: CaseConcludedV1, issuedOn: string) {
  if (kind !== 'complaint') return {};
  const clock = clockOf(
    computeDeadline({
      rule: `KN${instance}.SEND`,
      trigger: issuedOn,
      receivedOn,
    }),
  );
  return { clocksStarted: [clock] };
}

function expectState(state: Requested, expected: Requested['is']): void {
  if (state.is !== expected)
    throw new DomainError('NOT_THE_TIME_FOR_THIS', { state: state.is, expected });
}

/** Another outcome takes another conclusion, which two people agree on. */
function refuseOtherConclusion(approved: Conclusion, said: Conclusion): void {
  if (said !== approved)
    throw new DomainError('CONCLUSION_NOT_APPROVED', { field: '/conclusion', approved });
}

/** Neither before what it follows nor in the future. */
function refuseOutside(date: string, earliest: string | null, today: string, field: string): void {
  if (date > today) throw new DomainError('DATE_IN_FUTURE', { field });
  if (earliest !== null && date < earliest)
    throw new DomainError('DATE_TOO_EARLY', { field, earliest });
}
