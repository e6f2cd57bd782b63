import type { Rest } from '../calendar/calendar.ts';
import { formatDay, formatInstant, lastDayOfYear, yearOf } from '../days.ts';
import type { Day } from '../days.ts';
import { calendarData } from '../pack/pack.ts';
import type { DeadlineRule } from '../pack/schema.ts';
import type { Computation } from './compute.ts';
import { endsAtInstant, lastDay, rollForward } from './count.ts';
import type { DeadlineStep } from './deadline.ts';

const lawOf = new Map(calendarData.rules.map(({ id, law }) => [id, law]));
const basis = (id: string): string => lawOf.get(id) ?? id;
/** A period of minutes or hours begins at its very moment (BLDS 2015 Đ.147 k.1). */
const FROM_THE_MOMENT = 'BLDS 2015 Đ.147 k.1';

/** The computation told step by step, in the order in which a person would check it. */
export function describeSteps(computation: Computation): DeadlineStep[] {
  const { rule } = computation;
  return [
    startStep(computation),
    ...(endsAtInstant(rule.unit) ? timedSteps(computation) : dayedSteps(computation)),
    ...doubts(computation),
  ];
}

function startStep({ rule }: Computation): DeadlineStep {
  const timed = endsAtInstant(rule.unit);
  const excluded = !timed && rule.unit !== 'immediate' && rule.unit !== 'session_per_month';
  return {
    kind: 'start',
    event: rule.trigger,
    excluded,
    basis: timed ? FROM_THE_MOMENT : excluded ? basis('CAL1') : rule.law,
  };
}

function timedSteps({ calendar, trigger, rule, due }: Computation): DeadlineStep[] {
  const steps: DeadlineStep[] = [];
  if (trigger.at === undefined) steps.push({ kind: 'assume_midnight' });
  const from = trigger.at === undefined ? formatDay(trigger.day) : formatInstant(trigger.at);
  steps.push({ kind: 'count', value: rule.value, from });
  if (rule.unit === 'working_hour') steps.push(...skipped(calendar.restBetween(trigger.day, due)));
  return steps;
}

const skipped = (rest: readonly Rest[]): DeadlineStep[] =>
  rest.length === 0 ? [] : [{ kind: 'skip', days: rest.map(({ date }) => date) }];

function dayedSteps(computation: Computation): DeadlineStep[] {
  const { calendar, trigger, rule, request, stopped, unrolled, due, other } = computation;
  const steps: DeadlineStep[] = [];
  const isBackward = rule.value < 0;

  for (const { from, to } of stopped) {
    steps.push({
      kind: 'pause',
      from: formatDay(from),
      to: to === null ? null : formatDay(to),
      days: to === null ? 0 : to - from,
      basis: rule.pause?.law ?? basis('CAL7'),
    });
  }
  for (const { days, decision, decidedOn } of request.extensions ?? []) {
    const law = rule.extension?.law ?? rule.law;
    steps.push({
      kind: 'extend',
      days: days ?? rule.extension?.value ?? 0,
      decision,
      decidedOn,
      basis: law,
    });
  }
  const from = formatDay(firstDay(rule, trigger.day));
  steps.push({ kind: 'count', value: computation.value, from });
  if (rule.unit === 'working_day')
    steps.push(
      ...skipped(
        isBackward
          ? calendar.restBetween(unrolled, trigger.day - 1)
          : calendar.restBetween(trigger.day + 1, unrolled),
      ),
    );
  if (due !== unrolled) steps.push({ kind: 'roll', basis: basis('CAL3') });
  if (calendar.restOn(due) !== undefined && rule.unit !== 'immediate')
    steps.push({ kind: 'rest_day' });
  if (rule.alsoApplies !== undefined && other !== undefined) {
    steps.push({ kind: 'other_text', ...rule.alsoApplies, due: formatDay(other) });
  }
  if (rule.unit === 'day_unspecified') {
    const inWorkingDays = lastDay(calendar, { ...rule, unit: 'working_day' }, trigger.day, stopped);
    steps.push({
      kind: 'unit_unclear',
      other: formatDay(rollForward(calendar, inWorkingDays, stopped)),
    });
  }
  return steps;
}

function firstDay({ value, unit, countedFrom }: DeadlineRule, trigger: Day): Day {
  if (unit === 'immediate' || unit === 'session_per_month') return trigger;
  if (countedFrom === 'year_end') return lastDayOfYear(yearOf(trigger)) + 1;
  return trigger + (value < 0 ? -1 : 1);
}

/** Draft holidays that would move the date if a person approved them, and the calendar's end. */
function doubts({ calendar, trigger, rule, unrolled, due, provisional }: Computation) {
  const steps: DeadlineStep[] = [];
  const counts = rule.unit === 'working_day' || rule.unit === 'working_hour';
  const from = counts ? Math.min(trigger.day, due) : unrolled;
  const through = counts ? Math.max(trigger.day, due) : due;
  const asksCalendar = rule.unit !== 'immediate' && rule.unit !== 'hour' && rule.unit !== 'minute';
  if (asksCalendar) {
    const days = calendar.draftsBetween(from, through).map(({ date }) => date);
    if (days.length > 0) steps.push({ kind: 'draft', days });
  }
  if (provisional) steps.push({ kind: 'provisional' });
  return steps;
}
