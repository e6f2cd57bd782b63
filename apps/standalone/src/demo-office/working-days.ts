import { localDate } from '@minh-bach/kernel';
import { isWorkingDay } from '@minh-bach/rules';
import { fraction } from './drawn.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Offices open at 8:00 and close at 17:00, Việt Nam's time. */
const OPENS_AT = 8 * HOUR_MS;
const CLOSES_AT = 16.75 * HOUR_MS;

export const TURNS = 3;

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

  /** ISO date of the working day so many before. */
  day(ago: number): string {
    while (this.#days.length <= ago) {
      if (isWorkingDay(this.#next)) this.#days.push(this.#next);
      this.#next = daysBefore(this.#next, 1);
    }
    return this.#days[ago]!;
  }

  /**
   * A moment of that day. People do things together at some moments, which are other ones each day.
   *
   * @param turn 0, 1 or 2; later ones are within the last
   */
  at(ago: number, turn: number): Date {
    const day = this.day(ago);
    const opens = midnight(day) + OPENS_AT;
    // Of today, the hours that are over.
    const closes = Math.min(midnight(day) + CLOSES_AT, this.now.getTime() - 60_000);
    const part =
      (Math.min(turn, TURNS - 1) + fraction(`${day} ${Math.min(turn, TURNS - 1)}`)) / TURNS;
    return new Date(Math.round(opens + part * (closes - opens)));
  }
}
