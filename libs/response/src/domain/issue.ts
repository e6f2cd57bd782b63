import {
  addressedBy,
  clockOf,
  issueDecision,
  refusalsOf,
  FORWARDERS_TOLD,
  type Addressee,
  type BodyOf,
  type CaseConcludedV1,
  type ClockStarted,
} from '@minh-bach/contracts';
import { computeDeadlineData } from '@minh-bach/rules';
import { claimedDay, unconfirmedIn } from './claimed-day.ts';
import type { CaseEvent } from './case.events.ts';
import { inForceAfter } from './last-days.ts';
import { expectBetween, expectState, ofCase, type Requested } from './case.state.ts';
import { FORWARDED_RESULT } from './limits.ts';

export interface IssueDecision extends BodyOf<typeof issueDecision> {
  readonly type: 'IssueDecision';
  /** Fact: did the signer head the unit (or act for its head) on that day, and is it not about them? */
  readonly signerMaySign: boolean;
}

export function issue(state: Requested, command: IssueDecision, today: string): CaseEvent[] {
  const refuse = refusalsOf(issueDecision);
  expectState(state, 'requested', refuse);
  if (!command.signerMaySign) throw refuse('SIGNER_CANNOT_SIGN');
  const { concluded } = state;
  expectBetween(concluded.concludedOn, command.issuedOn, today, '/issuedOn', refuse);
  // Another outcome takes another conclusion, which two people agree on.
  if (command.conclusion !== concluded.conclusion)
    throw refuse('CONCLUSION_NOT_APPROVED', { approved: concluded.conclusion });
  const { decisionNumber, issuedOn, signer, conclusion, text, forwarder } = command;
  const dues = concluded.clock ? [concluded.clock.due] : [];
  const day = claimedDay(issuedOn, today, dues);
  const { ifAny } = addressedBy(concluded);
  const others = ifAny.filter((to) => isThere(command, to));
  const clocksStarted = clocksFrom(concluded, issuedOn, {
    toForwarder: others.includes('forwarder') ? forwarder : null,
  });
  return [
    {
      type: 'DecisionIssued',
      data: {
        ...ofCase(state),
        ...{ decisionNumber, issuedOn, signer, conclusion, text },
        ...unconfirmedIn(day),
        ...(others.length > 0 ? { others } : {}),
        ...(clocksStarted.length > 0 ? { clocksStarted } : {}),
        ...(concluded.kind === 'complaint'
          ? { inForceAfter: inForceAfter(day.countsFrom, concluded.receivedOn) }
          : {}),
      },
    },
  ];
}

function isThere({ forwarder, hasRelated, hasConcerned }: IssueDecision, to: Addressee): boolean {
  if (to === 'forwarder') return forwarder !== null;
  return to === 'related' ? hasRelated : to === 'concerned' && hasConcerned;
}

/**
 * To send a first decision within three working days, a second within seven days (Luật Khiếu nại Đ.32, Đ.41);
 * to publish it within fifteen (NĐ 124/2020 Đ.29); to tell some forwarders of the result (Luật Tiếp công dân
 * Đ.27). The limit for the sender stands first.
 */
function clocksFrom(
  { kind, instance, receivedOn }: CaseConcludedV1,
  issuedOn: string,
  { toForwarder }: { readonly toForwarder: IssueDecision['forwarder'] },
): ClockStarted[] {
  const isTold = FORWARDERS_TOLD.some((forwarder) => forwarder === toForwarder);
  const rules = [
    ...(kind === 'complaint' ? [`KN${instance}.SEND`, 'KN.PUBLISH'] : []),
    ...(isTold ? [FORWARDED_RESULT] : []),
  ];
  return rules.map((rule) => clockOf(computeDeadlineData({ rule, trigger: issuedOn, receivedOn })));
}
