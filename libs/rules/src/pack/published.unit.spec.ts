import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { calendarOf, calendarVersions, daysKnownTo } from '../calendar/versions.ts';
import { parseDay } from '../days.ts';
import { calendarData, eventNames } from './pack.ts';

/**
 * Events name versions of the calendar and what starts a period; the words for them are put together
 * when a person reads. A line is never changed or taken out: news is a new version, other words are a
 * new name.
 */
const published = readFileSync(new URL('published.golden.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** All that a version says: each day of rest by name, the drafts that may be approved, office hours. */
function digestOf(version: string): string {
  const calendar = calendarOf(version);
  const said = createHash('sha256');
  const say = (value: unknown) => said.update(`${JSON.stringify(value)}\n`);
  for (let day = parseDay('2010-01-01'); day <= parseDay('2080-12-31'); day += 1) {
    const rest = calendar.restOn(day);
    if (rest) say([rest.date, rest.reason, rest.name.vi, rest.name.en]);
  }
  for (const { date, name, type, status, pairedWith } of daysKnownTo(version))
    say([date, name.vi, name.en, type, status, pairedWith]);
  say([calendar.confirmedFrom, calendar.confirmedThrough, calendarData.officeHours]);
  return said.digest('hex');
}

const now = [
  ...calendarVersions.map((version) => `calendar ${version} ${digestOf(version)}`),
  ...Object.entries(eventNames).map(([event, { vi, en }]) => `event ${event}: ${vi} | ${en}`),
];

describe('what events name and do not say', () => {
  it.each(published)('stays as it was published: %s', (line) => {
    expect(now).toContain(line);
  });

  it('is published, all of it', () => {
    expect(now.filter((line) => !published.includes(line))).toEqual([]);
  });

  it('is another calendar when a day of it is another', () => {
    expect(digestOf('2026-11-22+2026-11-24')).not.toBe(digestOf('2026-11-22'));
  });
});
