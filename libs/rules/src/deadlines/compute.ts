import { calendarOf } from '../calendar/versions.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { dayOf, endOf, formatDay, formatInstant, parseMoment } from '../days.ts';
import type { Day, Moment } from '../days.ts';
import { packVersion } from '../pack/version.ts';
import type { DeadlineRule } from '../pack/schema.ts';
import { endInstant, endsAtInstant, lastDay, rollForward, rolls } from './count.ts';
import type { Deadline, DeadlineData, DeadlineRequest } from './deadline.ts';
import { explainDeadline } from './explain.ts';
import { readExtensions } from './extensions.ts';
import { ruleInForce } from './in-force.ts';
import { readPauses } from './pauses.ts';
import { describeSteps } from './steps.ts';

/** The dates of a period, before they are put into words. */
export interface Computation {
  readonly rule: DeadlineRule;
  readonly request: DeadlineRequest;
  readonly calendar: Calendar;
  readonly trigger: Moment;
  readonly stopped: ReturnType<typeof readPauses>;
  /** With what extensions add. */
  readonly value: number;
  readonly unrolled: Day;
  readonly due: Day;
  readonly safeDue: Day;
  /** The last day by the other text that may apply. */
  readonly other: Day | undefined;
  /** The instant when a period of hours ends. */
  readonly endsAt: number | undefined;
  readonly provisional: boolean;
}

/**
 * When a duty is due, and why. Pure: the same request gives the same answer in every time zone and
 * for ever.
 *
 * @throws DomainError `rule.unknown`, `rule.not_in_force`, `date.invalid`, `date.out_of_range`,
 * `calendar.*`, `deadline.cannot_pause`, `deadline.cannot_extend`, …
 */
export function computeDeadline(request: DeadlineRequest): Deadline {
  const deadline = computeDeadlineData(request);
  return { ...deadline, explanation: explainDeadline(deadline) };
}

/** The same with its explanation as data only, as events keep it. */
export const computeDeadlineData = (request: DeadlineRequest): DeadlineData =>
  toData(count(request));

function toData(computation: Computation): DeadlineData {
  const { rule, request, calendar, trigger, endsAt, stopped } = computation;
  const end = endsAt === undefined ? undefined : new Date(endsAt).toISOString();
  const inWords = endsAt === undefined ? undefined : formatInstant(endsAt);
  const paused = stopped.find(({ to }) => to === null);

  const data: DeadlineData = {
    rule: rule.id,
    ruleVersion: packVersion,
    name: rule.name,
    trigger: trigger.at === undefined ? formatDay(trigger.day) : request.trigger,
    due: inWords ?? formatDay(computation.due),
    unrolled: inWords ?? formatDay(computation.unrolled),
    safeDue: inWords ?? formatDay(computation.safeDue),
    endsAt: end ?? endOf(computation.due),
    safeEndsAt: end ?? endOf(computation.safeDue),
    provisional: computation.provisional,
    legal: rule.confidence !== 'policy_default',
    calendarVersion: calendar.version,
    source: { law: rule.law, confidence: rule.confidence },
    counted: {
      wording: 1,
      value: rule.value,
      unit: rule.unit,
      steps: describeSteps(computation),
    },
  };
  return paused === undefined ? data : { ...data, pausedSince: formatDay(paused.from) };
}

function count(request: DeadlineRequest): Computation {
  const trigger = parseMoment(request.trigger);
  const triggerDate = formatDay(trigger.day);
  const rule = ruleInForce(request.rule, {
    receivedOn: request.receivedOn ?? triggerDate,
    eventOn: triggerDate,
  });
  const calendar = calendarOf(request.calendar);
  const stopped = readPauses(rule, request.pauses);

  if (endsAtInstant(rule.unit)) {
    const endsAt = endInstant(calendar, rule, trigger);
    const day = dayOf(endsAt);
    const usesCalendar = rule.unit === 'working_hour';
    const provisional = usesCalendar && !areConfirmed(calendar, trigger.day, day);
    return {
      rule,
      request,
      calendar,
      trigger,
      stopped,
      value: rule.value,
      unrolled: day,
      due: day,
      safeDue: day,
      other: undefined,
      endsAt,
      provisional,
    };
  }

  const roll = (day: Day) =>
    rolls(rule) && request.roll !== false ? rollForward(calendar, day, stopped) : day;
  const endWith = (more: number) => {
    const { value, unit, countedFrom } = rule;
    return lastDay(calendar, { value: value + more, unit, countedFrom }, trigger.day, stopped);
  };
  const { extensions = [] } = request;
  const added =
    extensions.length === 0
      ? 0
      : readExtensions(rule, extensions, trigger.day, (days) => roll(endWith(days)));

  const unrolled = endWith(added);
  const due = roll(unrolled);
  const { alsoApplies } = rule;
  const other = alsoApplies && roll(lastDay(calendar, alsoApplies, trigger.day, stopped));
  const safeDue = other === undefined ? safeDay(calendar, rule, due) : Math.min(due, other);
  const provisional =
    rule.unit !== 'immediate' && !areConfirmed(calendar, trigger.day, due, unrolled);
  const value = rule.value + added;
  return {
    rule,
    request,
    calendar,
    trigger,
    stopped,
    value,
    unrolled,
    due,
    safeDue,
    other,
    endsAt: undefined,
    provisional,
  };
}

/** What must be done before a day of rest is better done on the working day before it. */
function safeDay(calendar: Calendar, rule: DeadlineRule, due: Day): Day {
  const isBackward = rule.value < 0 || rule.unit === 'session_per_month';
  return isBackward ? calendar.rollBack(due) : due;
}

const areConfirmed = (calendar: Calendar, ...days: readonly Day[]): boolean =>
  days.every((day) => calendar.isConfirmed(day));
