import {
  clockOf,
  decideReport,
  decideUrging,
  lateByLaw,
  lowerUnitUrgedTo,
  refusalsOf,
  reportCaseDelay,
  urgeCase,
  words,
} from '@minh-bach/contracts';
import { computeDeadlineData } from '@minh-bach/rules';
import type { ReportDelay, UrgeCase } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';
import type { Received } from './case.state.ts';

export const lowerUnitUrged = lowerUnitUrgedTo(words('giải quyết vụ việc', 'to resolve the case'));

/** Until the decision is issued: a conclusion alone resolves nothing for the sender. */
export function urge(state: Received, command: UrgeCase, now: string): readonly CaseEvent[] {
  const refuse = refusalsOf(urgeCase);
  const { is, case: opened } = state;
  if (is === 'decided') throw refuse('ALREADY_CONCLUDED', { state: is });
  const kind = command.isDenunciation ? 'denunciation' : opened.kind;
  const urged = { ...state, kind, receivedOn: opened.receivedOn };
  const event = decideUrging(urged, command, command, now, refuse);
  if (command.ground === 'overdue' && !isLate(state, command, now)) throw refuse('NOTHING_LATE');
  return [event];
}

/** Of a denunciation no limit runs here: nobody is late before the shortest that the law has. */
function isLate(
  { clocks, case: { acceptedOn, receivedOn } }: Received,
  { isDenunciation }: UrgeCase,
  now: string,
): boolean {
  if (lateByLaw(clocks, now).length > 0) return true;
  if (!isDenunciation) return false;
  const limit = { rule: 'TC.RESOLVE', trigger: acceptedOn, receivedOn } as const;
  return Date.parse(clockOf(computeDeadlineData(limit)).endsAt) <= Date.parse(now);
}

export function report(state: Received, command: ReportDelay): readonly CaseEvent[] {
  const awaitsReport = state.awaitsReport && state.is !== 'decided';
  return [decideReport({ ...state, awaitsReport }, command, refusalsOf(reportCaseDelay))];
}
