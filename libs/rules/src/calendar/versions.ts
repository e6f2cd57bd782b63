import { DomainError } from '@minh-bach/kernel';
import { calendarData } from '../pack/pack.ts';
import { formatDay } from '../days.ts';
import type { CalendarDay } from '../pack/schema.ts';
import { Calendar } from './calendar.ts';

const DRAFTS = new Set<CalendarDay['status']>(['projected', 'memory', 'unconfirmed']);
const current = calendarData.versions.at(-1);
if (current === undefined) throw new DomainError('pack.invalid', { problems: ['no calendar'] });

/** The calendar in use. */
export const calendarVersion: string = current.id;

export const calendarVersions: readonly string[] = calendarData.versions.map(({ id }) => id);

/**
 * The version with more draft days approved: `2026-11-22+2026-11-24`. The name says all that is
 * counted, so a date computed with it can be computed again from the name alone. Who approved, and
 * why, is the caller's event to keep.
 */
export function approveDays(version: string, dates: readonly string[]): string {
  const [base = '', ...approved] = version.split('+');
  const name = [base, ...[...new Set([...approved, ...dates])].toSorted()].join('+');
  calendarOf(name);
  return name;
}

/**
 * What a version knows of each day: the newest of what had been announced by then. A published version
 * never changes, so news of a day is a further entry with a `knownFrom` of its own.
 */
export function daysKnownTo(
  version: string,
  days: readonly CalendarDay[] = calendarData.days,
): CalendarDay[] {
  const known = days.filter(({ knownFrom }) => (knownFrom ?? version) <= version);
  return [...new Map(known.map((day) => [day.date, day])).values()];
}

export interface CalendarInUse {
  readonly version: string;
  /** Days up to here are confirmed by an announcement. */
  readonly confirmedThrough: string;
  readonly days: readonly (Pick<CalendarDay, 'date' | 'name' | 'type'> & {
    /** Not approved by anybody yet: deadlines do not count by it. */
    readonly isDraft: boolean;
  })[];
}

/** The days that differ from the usual week, as the calendar in use has them; oldest first. */
export function calendarInUse(): CalendarInUse {
  const { version, confirmedThrough: through } = calendarOf();
  const days = daysKnownTo(version)
    .map(({ date, name, type, status }) => ({ date, name, type, isDraft: DRAFTS.has(status) }))
    .toSorted((a, b) => a.date.localeCompare(b.date));
  return { version, confirmedThrough: formatDay(through), days };
}

const calendars = new Map<string, Calendar>();

/** Refuses an unknown version, and the approval of a day that is no draft or half a swap. */
export function calendarOf(version: string = calendarVersion): Calendar {
  const known = calendars.get(version);
  if (known !== undefined) return known;
  const calendar = buildCalendar(version);
  calendars.set(version, calendar);
  return calendar;
}

function buildCalendar(version: string): Calendar {
  const [base = '', ...approved] = version.split('+');
  const facts = calendarData.versions.find(({ id }) => id === base);
  if (facts === undefined) {
    throw new DomainError('calendar.unknown_version', { version, known: calendarVersions });
  }
  const known = daysKnownTo(base);
  const waiting = known.filter((day) => DRAFTS.has(day.status));
  for (const date of approved) {
    const day = waiting.find((draft) => draft.date === date);
    if (day === undefined) throw new DomainError('calendar.not_a_draft', { version, date });
    if (day.pairedWith !== undefined && !approved.includes(day.pairedWith)) {
      throw new DomainError('calendar.half_a_swap', { date, pairedWith: day.pairedWith });
    }
  }
  const drafts = waiting.filter((day) => !approved.includes(day.date));
  return new Calendar({
    version,
    workingDays: calendarData.workingDays,
    days: known.filter((day) => !drafts.includes(day)),
    drafts,
    confirmedFrom: calendarData.confirmedFrom,
    confirmedThrough: confirmedThrough(facts.confirmedThrough, known, drafts),
  });
}

/** A year whose every draft has been approved is confirmed with the years before it. */
function confirmedThrough(
  through: string,
  days: readonly CalendarDay[],
  drafts: readonly CalendarDay[],
): string {
  const next = String(Number(through.slice(0, 4)) + 1);
  const isIn = (day: CalendarDay) => day.date.startsWith(next);
  if (!days.some(isIn) || drafts.some(isIn)) return through;
  return confirmedThrough(`${next}-12-31`, days, drafts);
}
