import { describe, expect, it } from '@jest/globals';
import { computeDeadline } from '../deadlines/compute.ts';
import { parseDay } from '../days.ts';
import { calendarData } from '../pack/pack.ts';
import { approveDays, calendarOf, daysKnownTo } from './versions.ts';

const works = (date: string, version?: string) => calendarOf(version).isWorkingDay(parseDay(date));

describe('the official calendar', () => {
  it('rests on holidays, compensatory days and swapped days, and works on swapped Saturdays', () => {
    expect(works('2026-09-02')).toBe(false);
    expect(works('2026-04-27')).toBe(false);
    expect(works('2026-08-31')).toBe(false);
    expect(works('2026-08-22')).toBe(true);
    expect(works('2026-08-29')).toBe(false);
  });

  it.each(['2026-11-24', '2027-02-04', '2027-02-09', '2027-09-03', '2024-04-29'])(
    'does not count the draft of %s as rest',
    (date) => {
      expect(works(date)).toBe(true);
    },
  );

  it('counts statute and computed days at once', () => {
    expect(works('2027-01-01')).toBe(false);
    expect(works('2027-05-03')).toBe(false);
  });

  it('counts a draft once a person has approved it, under a version that says so', () => {
    const version = approveDays('2026-11-22', ['2026-11-24']);
    expect(version).toBe('2026-11-22+2026-11-24');
    expect(works('2026-11-24', version)).toBe(false);
    expect(works('2026-11-24')).toBe(true);

    const request = { rule: 'KN1.SEND', trigger: '2026-11-20' };
    expect(computeDeadline(request).due).toBe('2026-11-25');
    expect(computeDeadline(request).counted.steps).toContainEqual({
      kind: 'draft',
      days: ['2026-11-24'],
    });
    expect(computeDeadline({ ...request, calendar: version })).toMatchObject({
      due: '2026-11-26',
      calendarVersion: version,
    });
  });

  it('approves a swap only as a whole', () => {
    expect(() => approveDays('2026-11-22', ['2024-04-29'])).toThrow('calendar.half_a_swap');
    const version = approveDays('2026-11-22', ['2024-05-04', '2024-04-29']);
    expect(works('2024-04-29', version)).toBe(false);
    expect(works('2024-05-04', version)).toBe(true);
  });

  it('knows in an older version only what had been announced', () => {
    expect(works('2026-01-02', '2025-10-16')).toBe(true);
    expect(works('2026-01-02')).toBe(false);
    expect(works('2026-01-10')).toBe(true);
    expect(() => approveDays('2025-10-16', ['2026-11-24'])).toThrow('calendar.not_a_draft');
    expect(() => calendarOf('2020-01-01')).toThrow('calendar.unknown_version');
  });

  it('learns of a day by a further entry, so that a version of before stays as it was', () => {
    const projected = calendarData.days.find(({ date }) => date === '2027-02-04')!;
    const confirmed = { ...projected, status: 'confirmed', knownFrom: '2026-12-20' } as const;
    const days = [projected, confirmed];
    expect(daysKnownTo('2026-11-22', days)).toEqual([projected]);
    expect(daysKnownTo('2026-12-20', days)).toEqual([confirmed]);
  });

  it('is confirmed from its first confirmed day through its last, and known through 2080', () => {
    const calendar = calendarOf();
    const confirmed = ['2023-12-31', '2024-01-01', '2026-12-31', '2027-01-01'].map((date) =>
      calendar.isConfirmed(parseDay(date)),
    );
    expect(confirmed).toEqual([false, true, true, false]);
    for (const date of ['2010-01-01', '2080-12-31']) expect(typeof works(date)).toBe('boolean');
    for (const date of ['2009-12-31', '2081-01-01'])
      expect(() => works(date)).toThrow('date.out_of_range');
  });

  it('is provisional past 31 December 2026, until every draft of the year is approved', () => {
    const request = { rule: 'KN1.SEND', trigger: '2027-02-03' };
    expect(computeDeadline(request)).toMatchObject({ due: '2027-02-08', provisional: true });

    const year = [4, 5, 6, 7, 8, 9, 10].map((day) => `2027-02-${String(day).padStart(2, '0')}`);
    const version = approveDays('2026-11-22', [...year, '2027-09-03', '2027-11-24']);
    expect(computeDeadline({ ...request, calendar: version })).toMatchObject({
      due: '2027-02-15',
      provisional: false,
    });
    expect(computeDeadline({ rule: 'KN1.SEND', trigger: '2026-12-28' })).toMatchObject({
      due: '2026-12-31',
      provisional: false,
    });
  });
});
