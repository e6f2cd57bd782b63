import { DomainError } from '@minh-bach/kernel';
import { parseInstant, parseMoment, startOf } from '../days.ts';
import { deadlineRules } from '../pack/pack.ts';
import { computeDeadline } from './compute.ts';
import type { Deadline, DeadlineRequest, Extension, Pause } from './deadline.ts';

/** A running duty. Every change is a new request, computed anew from the start. */
export interface Clock {
  readonly request: DeadlineRequest;
  readonly deadline: Deadline;
  /** ISO date or instant on which the duty was done. */
  readonly completedOn?: string;
}

export interface Breach {
  /** UTC instant from which it is late. */
  readonly since: string;
  /** What the law makes of it, or the product's own policy. */
  readonly consequence: string;
  readonly legal: boolean;
}

export const startClock = (request: DeadlineRequest): Clock => ({
  request,
  deadline: computeDeadline(request),
});

/** Suspended, or hindered: the day itself is no longer counted. */
export function pauseClock(clock: Clock, on: string): Clock {
  refuseCompleted(clock);
  const pauses = clock.request.pauses ?? [];
  if (openPause(pauses) !== undefined) throw new DomainError('clock.paused');
  return restart(clock, { pauses: [...pauses, { from: on }] });
}

/** The day of the decision to go on counts again (NĐ 155/2026 Đ.28b). */
export function resumeClock(clock: Clock, on: string): Clock {
  refuseCompleted(clock);
  const pauses = clock.request.pauses ?? [];
  const open = openPause(pauses);
  if (open === undefined) throw new DomainError('clock.not_paused');
  return restart(clock, {
    pauses: pauses.map((pause) => (pause === open ? { from: pause.from, to: on } : pause)),
  });
}

export function extendClock(clock: Clock, extension: Extension): Clock {
  refuseCompleted(clock);
  return restart(clock, { extensions: [...(clock.request.extensions ?? []), extension] });
}

/** By another calendar, when holidays changed late: the old deadline stays with its own version. */
export const recalculateClock = (clock: Clock, calendar: string): Clock =>
  restart(clock, { calendar });

export function completeClock(clock: Clock, on: string): Clock {
  refuseCompleted(clock);
  parseMoment(on);
  return { ...clock, completedOn: on };
}

/**
 * Whether the duty was or is late. What was done on the last day is in time; a clock that stands is
 * late only if it had run out before it was stopped.
 *
 * @param now UTC instant, ISO
 */
export function breachOf({ deadline, completedOn }: Clock, now: string): Breach | undefined {
  const { rule, endsAt, legal, pausedSince } = deadline;
  const end = Date.parse(endsAt);
  if (end > measuredAt(completedOn ?? pausedSince, now)) return undefined;

  const consequence = deadlineRules.get(rule)?.onBreach;
  return consequence === null || consequence === undefined
    ? { since: endsAt, consequence: 'tell_superior', legal: false }
    : { since: endsAt, consequence, legal };
}

function measuredAt(stoppedOn: string | undefined, now: string): number {
  if (stoppedOn === undefined) return parseInstant(now);
  const { day, at } = parseMoment(stoppedOn);
  return at ?? startOf(day);
}

const openPause = (pauses: readonly Pause[]) => pauses.find(({ to }) => to === undefined);

const restart = (clock: Clock, change: Partial<DeadlineRequest>): Clock =>
  startClock({ ...clock.request, ...change });

function refuseCompleted({ completedOn }: Clock): void {
  if (completedOn !== undefined) throw new DomainError('clock.completed', { completedOn });
}
