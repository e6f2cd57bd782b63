import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { environment } from '../config.mjs';
import { onDay } from './day.mjs';

const DAY_MS = 86_400_000;
const at = Date.parse('2026-11-27T16:59:00Z');

const shiftTo = (day, now = at) => Number(onDay(day, {}, now).MB_TEST_SHIFT_MS);

/** What a process says that lives on this day, and one that it starts. */
function said(day, script) {
  const clean = { PATH: environment.PATH };
  const options = { encoding: 'utf8', env: onDay(day, clean) };
  return JSON.parse(execFileSync(process.execPath, ['-e', script], options));
}

describe('MB_TEST_DAY', () => {
  it('changes nothing when it is not given', () => {
    const given = { HOME: '/' };
    expect(onDay(undefined, given)).toBe(given);
    expect(onDay('', given)).toBe(given);
  });

  it('moves by whole days, counted in Vietnam', () => {
    expect(shiftTo('2026-11-28')).toBe(DAY_MS);
    expect(shiftTo('2026-11-28', at + 60_000)).toBe(0);
    expect(shiftTo('2028-02-29')).toBe(459 * DAY_MS);
  });

  it('keeps the options that Node was given', () => {
    const { NODE_OPTIONS } = onDay('2027-02-06', { NODE_OPTIONS: '--no-warnings' }, at);
    expect(NODE_OPTIONS).toMatch(/^--no-warnings --import=file:/);
  });

  it.each(['2026-11-26', '2027-02-30', 'tomorrow', '2027-2-6'])('refuses %s', (day) => {
    expect(() => onDay(day, {}, at)).toThrow(RangeError);
  });

  it('holds in child processes, and in those that they start', () => {
    const child = `require('node:child_process').execFileSync(process.execPath,
      ['-p', 'new Date().toISOString()']).toString()`;
    const days = said('2080-02-29', `console.log(JSON.stringify([new Date(), ${child}]))`);
    const inVietnam = (instant) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
    expect(days.map((day) => inVietnam(day.trim()).slice(0, 10))).toEqual([
      '2080-02-29',
      '2080-02-29',
    ]);
  });

  it('leaves a Date that does all that a Date does', () => {
    const script = `
      class Later extends Date { later() { return true; } }
      const shifted = Date.now() - (performance.timeOrigin + performance.now());
      console.log(JSON.stringify({
        shifted: Math.round(shifted / ${DAY_MS}) > 1000,
        same: Math.abs(new Date() - Date.now()) < 1000 && Math.abs(Date.parse(Date()) - Date.now()) < 2000,
        given: [new Date(0), new Date('2026-01-02'), new Date(2026, 0, 2).getDate(), Date.UTC(1970, 0, 2)],
        is: new Date() instanceof Date && new Date().constructor === Date && Date.name === 'Date',
        sub: new Later(0) instanceof Date && new Later().later() && Math.abs(new Later() - Date.now()) < 1000,
        copies: structuredClone(new Date(5)) instanceof Date && +new Date(new Date(5)) === 5,
        spied: ((Date.now = () => 7), Date.now() === 7),
      }))`;
    expect(said('2080-02-29', script)).toEqual({
      shifted: true,
      same: true,
      given: ['1970-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z', 2, DAY_MS],
      is: true,
      sub: true,
      copies: true,
      spied: true,
    });
  });
});
