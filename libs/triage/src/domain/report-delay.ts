import {
  decideReport,
  refusalsOf,
  reportDelay,
  type BodyOf,
  type DelayReported,
} from '@minh-bach/contracts';
import { decidedOn, type Taken } from './petition.state.ts';

export interface ReportDelay extends BodyOf<typeof reportDelay> {
  readonly type: 'ReportDelay';
}

/** Once it is decided, the level above asks for no report. */
export function report(state: Taken, command: ReportDelay): DelayReported {
  const awaitsReport = state.awaitsReport && decidedOn(state).decided === undefined;
  return decideReport({ ...state, awaitsReport }, command, refusalsOf(reportDelay));
}
