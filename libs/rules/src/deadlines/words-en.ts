// Version 1 of the words in English. Events name it, so what it says never changes: other words are a
// version 2, in files of their own.
import { parseMoment, weekdayOf } from '../days.ts';
import { eventNames } from '../pack/pack.ts';
import type { Unit } from '../pack/schema.ts';
import type { DeadlineStep, Explainable } from './deadline.ts';
import type { SentenceFacts } from './explain.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const UNITS: Record<Unit, string> = {
  calendar_day: 'day',
  working_day: 'working day',
  working_hour: 'working hour',
  hour: 'round-the-clock hour',
  minute: 'round-the-clock minute',
  year: 'year',
  immediate: 'at once',
  day_unspecified: 'day',
  session_per_month: 'session',
};

function length(value: number, unit: Unit): string {
  if (unit === 'immediate') return 'at once';
  if (unit === 'session_per_month') return `${value} day a month`;
  const count = Math.abs(value);
  return `${count} ${UNITS[unit]}${count === 1 ? '' : 's'}`;
}

function date(iso: string): string {
  const plain = `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  return iso.includes('T') ? `${iso.slice(11, 16)} on ${plain}` : plain;
}

const dated = (iso: string): string =>
  `${date(iso)} (${WEEKDAYS[weekdayOf(parseMoment(iso).day)]})`;

const named = (days: readonly string[], nameOf: SentenceFacts['restName']): string =>
  days.map((day) => `${date(day)} (${nameOf(day).en})`).join(', ');

export function heading({ name, source, legal, counted }: Explainable): string {
  const before = counted.value < 0 ? ' before' : '';
  return legal
    ? `${name.en}: ${length(counted.value, counted.unit)}${before}, by ${source.law}.`
    : `${name.en}: ${length(counted.value, counted.unit)}, an internal target, not a limit set by law.`;
}

export function ending({ due, safeDue, legal }: Explainable): string {
  const limit = legal ? 'Due' : 'Target';
  const end = due.includes('T') ? `${limit}: ${dated(due)}.` : `${limit}: end of ${dated(due)}.`;
  return safeDue === due ? end : `${end} Better done by ${dated(safeDue)}.`;
}

export function sentence(step: DeadlineStep, facts: SentenceFacts): string {
  switch (step.kind) {
    case 'start': {
      const event = eventNames[step.event]?.en ?? step.event;
      const basis = step.excluded
        ? `; this day is not counted (${step.basis})`
        : `, by ${step.basis}`;
      return `Start: ${event}, ${dated(facts.start)}${basis}.`;
    }
    case 'count':
      if (facts.unit === 'immediate')
        return 'To be done at once; a day that ends without it is late.';
      if (facts.unit === 'session_per_month')
        return `By the last day of the month, ${date(facts.unrolled)}.`;
      return step.value < 0
        ? `Counted back ${length(step.value, facts.unit)}, from ${date(step.from)} to ${date(facts.unrolled)}.`
        : `Counted ${length(step.value, facts.unit)}, from ${date(step.from)} to ${date(facts.unrolled)}.`;
    case 'assume_midnight':
      return `No time was given, so it counts from 00:00 on ${date(facts.start)}.`;
    case 'skip':
      return `Not counted: ${named(step.days, facts.restName)}.`;
    case 'pause':
      return step.to === null
        ? `The clock stands since ${date(step.from)} (${step.basis}).`
        : `Not counted: ${step.days} days from ${date(step.from)} until ${date(step.to)} (${step.basis}).`;
    case 'extend':
      return `Extended by ${step.days} days by decision ${step.decision} of ${date(step.decidedOn)} (${step.basis}).`;
    case 'roll':
      return `The last day, ${dated(facts.unrolled)}, is a day of rest, so it moves to the next working day, ${dated(facts.due)} (${step.basis}).`;
    case 'rest_day':
      return `${date(facts.due)} is a day of rest (${facts.restName(facts.due).en}); the date stays and does not move forward.`;
    case 'other_text':
      return `${step.law} still says ${length(step.value, step.unit)}: end of ${dated(step.due)}.`;
    case 'unit_unclear':
      return `The text does not say whether working or calendar days; in working days it would be ${date(step.other)}.`;
    case 'draft':
      return `Draft holidays, not yet approved, so not counted as rest: ${named(step.days, facts.draftName)}.`;
    case 'provisional':
      return `Provisional: the calendar is confirmed only from ${date(facts.confirmed.from)} to ${date(facts.confirmed.through)}.`;
  }
}
