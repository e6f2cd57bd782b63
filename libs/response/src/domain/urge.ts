import {
  decideReport,
  decideUrging,
  lateByLaw,
  lowerUnitUrgedTo,
  refusalsOf,
  reportDecisionDelay,
  urgeDecision,
  words,
  type BodyOf,
  type DelayReported,
  type LowerUnitUrged,
} from '@minh-bach/contracts';
import { isDone, type Requested } from './case.state.ts';

export interface UrgeDecision extends BodyOf<typeof urgeDecision> {
  readonly type: 'UrgeDecision';
  /** Fact: the unit that sends it; `null` where the actor does not stand directly above it. */
  readonly to: string | null;
}
export interface ReportDelay extends BodyOf<typeof reportDecisionDelay> {
  readonly type: 'ReportDelay';
}

export const lowerUnitUrged = lowerUnitUrgedTo(
  words('gửi, công khai quyết định', 'to send or publish the decision'),
);

/** Limits of the law that are over, once there is a decision: until then its case is urged. */
export const lateSteps = (state: Pick<Requested, 'is' | 'clocks' | 'publication'>, now: string) =>
  state.is === 'requested' || isDone(state) ? [] : lateByLaw(state.clocks, now);

export function urge(state: Requested, command: UrgeDecision, now: string): LowerUnitUrged {
  const refuse = refusalsOf(urgeDecision);
  const late = lateSteps(state, now);
  if (late.length === 0) throw refuse('NOTHING_LATE');
  const { kind, receivedOn } = state.concluded;
  return decideUrging(
    { ...state, kind, receivedOn },
    command,
    { ground: 'step', late },
    now,
    refuse,
  );
}

export function report(state: Requested, command: ReportDelay): DelayReported {
  const awaitsReport = state.awaitsReport && !isDone(state);
  return decideReport({ ...state, awaitsReport }, command, refusalsOf(reportDecisionDelay));
}
