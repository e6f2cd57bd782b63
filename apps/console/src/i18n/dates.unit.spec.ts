import { describe, expect, it } from '@jest/globals';
import {
  dayMonthYear,
  dueText,
  instantAt,
  moment,
  parseDate,
  parseTime,
  today,
  weekday,
} from './dates.ts';
import { consoleCatalogue } from './console-catalogue.ts';

const say = consoleCatalogue.vi;

describe('a typed date', () => {
  it.each([
    ['27/03/2026', '2026-03-27'],
    ['7/3/2026', '2026-03-07'],
    ['27.3.26', '2026-03-27'],
    ['27-03-2026', '2026-03-27'],
    [' 27032026 ', '2026-03-27'],
    ['270326', '2026-03-27'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (typed, date) => expect(parseDate(typed)).toBe(date));

  it.each([
    '',
    '31/02/2026',
    '29/02/2027',
    '2026-03-27',
    '03/27/2026',
    '1/1',
    'hôm nay',
    '27/03/026',
  ])('“%s” is none', (typed) => expect(parseDate(typed)).toBeUndefined());
});

describe('a date on a page', () => {
  it('is day, month, year in two, two and four digits', () => {
    expect(dayMonthYear('2026-11-03')).toBe('03/11/2026');
  });

  it('is the wall’s in Việt Nam, wherever the browser is', () => {
    expect(moment('2026-11-20T17:30:00Z')).toEqual({ date: '21/11/2026', time: '00:30' });
    expect(today(new Date('2026-11-20T17:30:00Z'))).toBe('2026-11-21');
    expect(weekday('2026-11-20T17:30:00Z', 'vi')).toBe('Thứ Bảy');
  });

  it('names the weekday; one that counts hours shows its hour', () => {
    expect(weekday('2026-12-03', 'vi')).toBe('Thứ Năm');
    expect(weekday('2026-12-03', 'en')).toBe('Thursday');
    expect(dueText('2026-12-03', say)).toBe('03/12/2026');
    expect(dueText('2026-12-03T02:30:00Z', say)).toBe('09:30 ngày 03/12/2026');
  });
});

describe('a typed time', () => {
  it.each([
    ['8:05', '08:05'],
    ['08.05', '08:05'],
    ['8h05', '08:05'],
    [' 0805 ', '08:05'],
    ['23:59', '23:59'],
  ])('%s is %s', (typed, time) => expect(parseTime(typed)).toBe(time));

  it.each(['', '24:00', '8:60', '8', 'sáng'])('“%s” is none', (typed) =>
    expect(parseTime(typed)).toBeUndefined(),
  );

  it('means the whole of its minute', () => {
    expect(instantAt('2026-11-23', '04:27')).toBe('2026-11-22T21:27:59.999Z');
  });
});
