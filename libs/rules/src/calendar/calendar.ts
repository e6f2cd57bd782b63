import { DomainError } from '@minh-bach/kernel';
import { formatDay, parseDay, weekdayOf } from '../days.ts';
import type { Day } from '../days.ts';
import { WEEKDAYS } from '../pack/check-calendar.ts';
import type { CalendarDay } from '../pack/schema.ts';

const FIRST = parseDay('2010-01-01');
const LAST = parseDay('2080-12-31');

/** Why a day is no working day. */
export interface Rest {
  readonly date: string;
  readonly reason: 'weekend' | 'holiday' | 'compensatory' | 'swap';
  readonly name: { readonly vi: string; readonly en: string };
}

const weekends = {
  Sat: { vi: 'Thứ Bảy', en: 'Saturday' },
  Sun: { vi: 'Chủ Nhật', en: 'Sunday' },
} as const;

const reasons = {
  statutory: 'holiday',
  compensatory: 'compensatory',
  swap_off: 'swap',
} as const;

export interface CalendarFacts {
  readonly version: string;
  readonly workingDays: readonly string[];
  /** Days that count; approved drafts among them. */
  readonly days: readonly CalendarDay[];
  /** Days that wait for a person's approval and do not count. */
  readonly drafts: readonly CalendarDay[];
  readonly confirmedFrom: string;
  readonly confirmedThrough: string;
}

/** One version of the official calendar as tables, from 2010 to 2080. */
export class Calendar {
  readonly version: string;
  readonly confirmedFrom: Day;
  readonly confirmedThrough: Day;
  private readonly rest: (Rest | undefined)[] = [];
  private readonly drafts: readonly (readonly [Day, CalendarDay])[];
  private readonly working: Day[] = [];
  /** How many working days there are from `FIRST` through each day. */
  private readonly upTo = new Int32Array(LAST - FIRST + 1);

  constructor(facts: CalendarFacts) {
    this.version = facts.version;
    this.drafts = facts.drafts.map((day) => [parseDay(day.date), day]);
    this.confirmedFrom = parseDay(facts.confirmedFrom);
    this.confirmedThrough = parseDay(facts.confirmedThrough);
    const special = new Map(facts.days.map((day) => [parseDay(day.date), day]));

    for (let day = FIRST; day <= LAST; day += 1) {
      const rest = restOf(day, special.get(day), facts.workingDays);
      this.rest.push(rest);
      if (rest === undefined) this.working.push(day);
      this.upTo[day - FIRST] = this.working.length;
    }
  }

  restOn(day: Day): Rest | undefined {
    return this.rest[inRange(day) - FIRST];
  }

  /** What a day of rest is called. A draft on a weekend has a name of its own. */
  restName(day: Day): Rest['name'] {
    return this.nameIn(this.restOn(day), day);
  }

  draftName(day: Day): Rest['name'] {
    return this.nameIn(this.draftsBetween(day, day)[0], day);
  }

  isWorkingDay(day: Day): boolean {
    return this.restOn(day) === undefined;
  }

  /** The nth working day after `day`, or before it when `count` is negative. */
  addWorkingDays(day: Day, count: number): Day {
    if (count === 0) return day;
    const before = count > 0 ? this.countThrough(day) - 1 : this.countThrough(day - 1);
    return this.working[before + count] ?? inRange(Infinity);
  }

  /** How many working days lie after `from`, through `to`; negative when `to` is earlier. */
  workingDaysBetween(from: Day, to: Day): number {
    return this.countThrough(to) - this.countThrough(from);
  }

  /** The same day, or the next working day (BLDS 2015 Đ.148 k.5). */
  rollForward(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, 1);
  }

  /** The same day, or the last working day before it. */
  rollBack(day: Day): Day {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, -1);
  }

  /** Days that wait for a person's approval and do not count as rest. */
  draftsBetween(from: Day, through: Day): CalendarDay[] {
    const found: CalendarDay[] = [];
    for (const [day, draft] of this.drafts) {
      if (day >= from && day <= through) found.push(draft);
    }
    return found;
  }

  /** Why each day between is no working day. */
  restBetween(from: Day, through: Day): Rest[] {
    const found: Rest[] = [];
    for (let day = from; day <= through; day += 1) {
      const rest = this.restOn(day);
      if (rest !== undefined) found.push(rest);
    }
    return found;
  }

  isConfirmed(day: Day): boolean {
    return day >= this.confirmedFrom && day <= this.confirmedThrough;
  }

  private nameIn(found: { readonly name: Rest['name'] } | undefined, day: Day): Rest['name'] {
    if (found !== undefined) return found.name;
    throw new Error(`calendar ${this.version} has no name for ${formatDay(day)}`);
  }

  private countThrough(day: Day): number {
    return this.upTo[inRange(day) - FIRST] ?? 0;
  }
}

function restOf(
  day: Day,
  special: CalendarDay | undefined,
  workingDays: readonly string[],
): Rest | undefined {
  if (special?.type === 'swap_work') return undefined;
  if (special !== undefined) {
    return { date: special.date, reason: reasons[special.type], name: special.name };
  }
  const weekday = WEEKDAYS[weekdayOf(day)] ?? 'Sun';
  if (workingDays.includes(weekday)) return undefined;
  const name = weekday === 'Sat' ? weekends.Sat : weekends.Sun;
  return { date: formatDay(day), reason: 'weekend', name };
}

function inRange(day: Day): Day {
  if (day >= FIRST && day <= LAST) return day;
  throw new DomainError('date.out_of_range', {
    from: formatDay(FIRST),
    to: formatDay(LAST),
  });
}
