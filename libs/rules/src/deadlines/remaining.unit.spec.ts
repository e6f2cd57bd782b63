import { describe, expect, it } from '@jest/globals';
import { computeDeadline } from './compute.ts';
import { remaining } from './remaining.ts';

const noon = (date: string) => `${date}T05:00:00Z`;

describe('the time left', () => {
  it.each([
    ['2026-08-28', '2026-09-04', 2, 'Còn 2 ngày làm việc', '2 working days left'],
    ['2026-09-03', '2026-09-04', 1, 'Còn 1 ngày làm việc', '1 working day left'],
    ['2026-09-04', '2026-09-04', 0, 'Đến hạn hôm nay', 'Due today'],
    ['2026-09-09', '2026-09-04', -3, 'Quá hạn 3 ngày làm việc', '3 working days overdue'],
  ])('on %s for %s is %d', (today, due, value, vi, en) => {
    expect(remaining({ due }, noon(today))).toEqual({
      unit: 'working_day',
      value,
      overdue: value < 0,
      text: { vi, en },
    });
  });

  it('is in calendar days where no working day lies between', () => {
    expect(remaining({ due: '2026-07-12' }, noon('2026-07-11'))).toMatchObject({
      unit: 'calendar_day',
      text: { vi: 'Còn 1 ngày' },
    });
    expect(remaining({ due: '2026-07-10' }, noon('2026-07-12'))).toMatchObject({
      value: -2,
      overdue: true,
      text: { vi: 'Quá hạn 2 ngày', en: '2 days overdue' },
    });
  });

  it('turns at midnight in Vietnam', () => {
    expect(remaining({ due: '2026-07-10' }, '2026-07-09T16:59:59Z').value).toBe(1);
    expect(remaining({ due: '2026-07-10' }, '2026-07-09T17:00:00Z').value).toBe(0);
    expect(remaining({ due: '2026-07-10' }, '2026-07-10T17:00:00Z').overdue).toBe(true);
  });

  it.each([
    ['2026-07-10T01:40:00Z', 'hour', 4, 'Còn 4 giờ 20 phút', '4 h 20 min left'],
    ['2026-07-10T05:20:00Z', 'minute', 40, 'Còn 40 phút', '40 min left'],
    ['2026-07-10T08:05:00Z', 'hour', -2, 'Quá hạn 2 giờ 5 phút', '2 h 5 min overdue'],
  ])('of a task in hours at %s is in %ss: %d', (now, unit, value, vi, en) => {
    const { due } = computeDeadline({ rule: 'HL.DISPATCH', trigger: '2026-07-10T11:00' });
    expect(remaining({ due }, now)).toMatchObject({ unit, value, text: { vi, en } });
  });

  it('of a task in hours is over the moment it ends', () => {
    const due = '2026-07-10T13:00:00+07:00';
    expect(remaining({ due }, '2026-07-10T05:59:59Z')).toMatchObject({ overdue: false });
    expect(remaining({ due }, '2026-07-10T06:00:00Z')).toMatchObject({ overdue: true, value: 0 });
  });

  it('stands still while the clock is paused', () => {
    const pausedSince = '2026-11-12';
    expect(remaining({ due: '2026-07-10', pausedSince }, noon('2026-11-20'))).toMatchObject({
      overdue: false,
      text: { vi: 'Tạm dừng tính hạn từ 12/11/2026', en: 'Clock paused since 12/11/2026' },
    });
  });
});
