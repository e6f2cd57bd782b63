import { localDate } from '@minh-bach/kernel';
import { isWorkingDay } from '@minh-bach/rules';
import { fraction } from './drawn.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Offices open at 8:00 and close at 17:00, Việt Nam's time. */
const OPENS_AT = 8 * HOUR_MS;
const CLOSES_AT = 16.75 * HOUR_MS;

/** What is done on a day is done together, and what follows it on the same day a little later: it is quick so. */
const TURNS = [
  { from: 0, to: 0.7 },
  { from: 0.75, to: 1 },
] as const;
export type Turn = 0 | 1;

const midnight = (date: string): number => Date.parse(`${date}T00:00:00+07:00`);

/** `date`, moved by whole days. */
export const daysBefore = (date: string, days: number): string =>
  localDate(new Date(midnight(date) - days * DAY_MS));

/** Working days up to a moment, counted back from it: 0 is the last on which something was done. */
export class WorkingDays {
  readonly #days: string[] = [];
  #next: string;

  constructor(private readonly now: Date) {
    const today = localDate(now);
    const hasOpened = now.getTime() > midnight(today) + OPENS_AT + HOUR_MS / 2;
    this.#next = hasOpened ? today : daysBefore(today, 1);
  }

  /** ISO date of the working day so many before; below 0, of the day so many after today. */
  day(ago: number): string {
    if (ago < 0) return daysBefore(localDate(this.now), ago);
    while (this.#days.length <= ago) {
      if (isWorkingDay(this.#next)) this.#days.push(this.#next);
      this.#next = daysBefore(this.#next, 1);
    }
    return this.#days[ago]!;
  }

  /** A moment of that day, another one each day. */
  at(ago: number, turn: Turn): Date {
    const day = this.day(ago);
    const opens = midnight(day) + OPENS_AT;
    // Of today, the hours that are over.
    const closes = Math.min(midnight(day) + CLOSES_AT, this.now.getTime() - 60_000);
    const { from, to } = TURNS[turn];
    const part = from + fraction(`${day} ${turn}`) * (to - from);
    return new Date(Math.round(opens + part * (closes - opens)));
  }
}
