import type {
  ClockChanges,
  ClockEnded,
  ClockStarted,
  OpenClocks,
  PetitionKind,
} from '@minh-bach/contracts';
import { REPORT_ON_DELAY, clockOf, endClocks, endReport } from '@minh-bach/contracts';
import { computeDeadlineData, isInForce, ruleFor } from '@minh-bach/rules';

export const HARD_LIMIT = 'XLD.HARD_45';

/**
 * The clock of acceptance that a kind asks for, counted from receipt (Luật Khiếu nại Đ.27). That of
 * a first complaint, since the instance is known only when a person accepts: a second complaint is
 * watched by the same clock until then, not by the one of its own (KN2.ACCEPT).
 */
export const acceptance = (kind: PetitionKind, receivedOn: string): ClockStarted[] =>
  kind === 'complaint' ? [clock(ruleFor('KN1.ACCEPT', { receivedOn }), receivedOn)] : [];

/** Where it is in force. */
export const hardLimit = (receivedOn: string): ClockStarted[] =>
  isInForce(HARD_LIMIT, receivedOn) ? [clock(HARD_LIMIT, receivedOn)] : [];

/** The clocks that start when a petition of this declared kind is taken. */
export const startingClocks = (kind: PetitionKind, receivedOn: string): ClockStarted[] => [
  ...acceptance(kind, receivedOn),
  ...hardLimit(receivedOn),
];

/**
 * Classification confirms the clock of the declared kind, or ends it and starts that of the true one.
 * After a decision none runs here, and none starts: the decision has met them. No text that was read
 * says what a classification after it does to a limit. The first limit of a denunciation (Luật Tố cáo
 * Đ.24 k.1) counts from receipt, and this product does not watch it yet. A case keeps its own clocks.
 */
export function clocksOfClass(open: OpenClocks, kind: PetitionKind, receivedOn: string) {
  const wanted = acceptance(kind, receivedOn);
  const stays = kind === 'denunciation' ? [HARD_LIMIT, REPORT_ON_DELAY] : [HARD_LIMIT];
  const running = Object.keys(open.running).filter((rule) => !stays.includes(rule));
  const started = wanted.filter(({ rule }) => !running.includes(rule));
  const ended = endClocks(
    open,
    'void',
    ...running.filter((rule) => !wanted.some((w) => w.rule === rule)),
  );
  return changes(started, ended);
}

/**
 * Every outcome meets the hard limit; acceptance and refusal are what the acceptance clock asks for.
 * A report on the delay is not asked for any more: the level above sees the decision.
 */
export function clocksOfOutcome(open: OpenClocks, answersAcceptance: boolean) {
  const others = Object.keys(open.running).filter((rule) => !INWARD.includes(rule));
  return changes(
    [],
    [
      ...endClocks(open, 'met', HARD_LIMIT),
      ...endClocks(open, answersAcceptance ? 'met' : 'void', ...others),
      ...endReport(open),
    ],
  );
}

/** None of them is a date for the sender: one is a ground to discipline officers, one is between units. */
export const INWARD: readonly string[] = [HARD_LIMIT, REPORT_ON_DELAY];

/** What an event changes of the limit that the sender waits by. Of a denunciation nothing is told. */
export function limitForSender(
  { clocksStarted = [], clocksEnded = [] }: ClockChanges,
  kind: PetitionKind,
): { clock?: ClockStarted | null } {
  if (kind === 'denunciation') return {};
  const started = clocksStarted.find(({ rule }) => !INWARD.includes(rule));
  if (started) return { clock: started };
  return clocksEnded.some(({ rule }) => !INWARD.includes(rule)) ? { clock: null } : {};
}

const changes = (clocksStarted: ClockStarted[], clocksEnded: ClockEnded[]) => ({
  ...(clocksStarted.length > 0 ? { clocksStarted } : {}),
  ...(clocksEnded.length > 0 ? { clocksEnded } : {}),
});

function clock(rule: string, trigger: string): ClockStarted {
  return clockOf(computeDeadlineData({ rule, trigger, receivedOn: trigger }));
}
