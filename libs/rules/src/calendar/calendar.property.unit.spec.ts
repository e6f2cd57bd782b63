import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { computeDeadline } from '../deadlines/compute.ts';
import { formatDay, parseDay } from '../days.ts';
import { deadlineRules } from '../pack/pack.ts';
import { calendarOf } from './versions.ts';
import { addWorkingHours } from './working-hours.ts';

const calendar = calendarOf();
const day = fc.integer({ min: parseDay('2024-01-01'), max: parseDay('2027-12-31') });
const count = fc.integer({ min: 1, max: 60 });
const after = (from: string) =>
  fc.integer({ min: parseDay(from), max: parseDay('2027-10-31') }).map(formatDay);

const inDays = [...deadlineRules.values()].filter(
  ({ unit, to }) => /day|year/.test(unit) && to === null,
);
const forward = fc.constantFrom(...inDays.filter(({ value }) => value > 0));
const backward = fc.constantFrom(...inDays.filter(({ value }) => value < 0));

describe('the calendar', () => {
  it('adds up: a and then b working days are a + b', () => {
    fc.assert(
      fc.property(day, count, count, (from, a, b) => {
        expect(calendar.addWorkingDays(calendar.addWorkingDays(from, a), b)).toBe(
          calendar.addWorkingDays(from, a + b),
        );
      }),
    );
  });

  it('is monotone: a later start is never due earlier', () => {
    fc.assert(
      fc.property(forward, after('2026-07-01'), count, (rule, trigger, later) => {
        const due = (from: string) => computeDeadline({ rule: rule.id, trigger: from }).due;
        expect(due(formatDay(parseDay(trigger) + later)) >= due(trigger)).toBe(true);
      }),
    );
  });

  it('never ends a forward period on a day of rest after rolling, and shows the unrolled day', () => {
    fc.assert(
      fc.property(forward, after('2026-07-01'), (rule, trigger) => {
        const { due, unrolled } = computeDeadline({ rule: rule.id, trigger });
        expect(calendar.isWorkingDay(parseDay(due))).toBe(true);
        expect(unrolled <= due).toBe(true);
        expect(computeDeadline({ rule: rule.id, trigger, roll: false }).due).toBe(unrolled);
      }),
    );
  });

  it('never rolls a backward period forward, and warns on a working day', () => {
    fc.assert(
      fc.property(backward, after('2026-07-20'), (rule, trigger) => {
        const { due, unrolled, safeDue } = computeDeadline({ rule: rule.id, trigger });
        expect(due).toBe(unrolled);
        expect(parseDay(due)).toBeLessThanOrEqual(parseDay(trigger) + rule.value);
        expect(safeDue <= due).toBe(true);
        expect(calendar.isWorkingDay(parseDay(safeDue))).toBe(true);
      }),
    );
  });

  it('counts back what it counts forward', () => {
    fc.assert(
      fc.property(day, count, (from, n) => {
        const working = calendar.rollForward(from);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(working, n), -n)).toBe(working);
        expect(calendar.workingDaysBetween(working, calendar.addWorkingDays(working, n))).toBe(n);
      }),
    );
  });

  it('shifts by exactly the days of a pause', () => {
    fc.assert(
      fc.property(after('2026-07-01'), fc.nat(28), fc.nat(200), (trigger, start, length) => {
        const from = parseDay(trigger) + 1 + start;
        const pauses = [{ from: formatDay(from), to: formatDay(from + length) }];
        const unrolled = (request: object) =>
          parseDay(computeDeadline({ rule: 'TC.RESOLVE', trigger, ...request }).unrolled);
        expect(unrolled({ pauses }) - unrolled({})).toBe(length);
      }),
    );
  });

  it('adds office hours like minutes on a clock that stands at night', () => {
    fc.assert(
      fc.property(day, fc.nat(86_399), count, count, (from, second, a, b) => {
        const at = Date.parse(`${formatDay(from)}T00:00:00+07:00`) + second * 1000;
        const twice = addWorkingHours(calendar, addWorkingHours(calendar, at, a), b);
        expect(twice).toBe(addWorkingHours(calendar, at, a + b));
      }),
    );
  });
});
