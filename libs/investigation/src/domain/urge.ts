import {
  decideReport,
  decideUrging,
  lowerUnitUrgedTo,
  refusalsOf,
  reportCaseDelay,
  urgeCase,
  words,
} from '@minh-bach/contracts';
import type { ReportDelay, UrgeCase } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';
import type { Received } from './case.state.ts';

export const lowerUnitUrged = lowerUnitUrgedTo(words('giải quyết vụ việc', 'to resolve the case'));

/** Until the decision is issued: a conclusion alone resolves nothing for the sender. */
export function urge(state: Received, command: UrgeCase, now: string): readonly CaseEvent[] {
  const refuse = refusalsOf(urgeCase);
  const { is, case: opened, clocks, urgedOn, awaitsReport } = state;
  if (is === 'decided') throw refuse('ALREADY_CONCLUDED', { state: is });
  const kind = command.isDenunciation ? 'denunciation' : opened.kind;
  const urged = { kind, clocks, urgedOn, awaitsReport, receivedOn: opened.receivedOn };
  return [decideUrging(urged, command, command, now, refuse)];
}

export function report(state: Received, command: ReportDelay): readonly CaseEvent[] {
  const awaitsReport = state.awaitsReport && state.is !== 'decided';
  return [decideReport({ ...state, awaitsReport }, command, refusalsOf(reportCaseDelay))];
}
