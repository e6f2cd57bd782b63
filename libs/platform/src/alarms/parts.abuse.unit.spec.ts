import { CALLED_A_DAY, OPENINGS_APART_MS } from '@minh-bach/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { firstOfRuns, tooManyCalls } from './parts.ts';

const MORNING = Date.parse('2026-11-20T02:00:00.000Z');
const HOUR_MS = 60 * 60_000;

const part = (n: number, at: number, person = 'eve') => ({
  id: `${person} ${n}`,
  stream: `triage.petition-${n}`,
  person,
  at: new Date(at),
});
/** So many calls, each so long after the one before. */
const callsEach = (apart: number, count: number) =>
  Array.from({ length: count }, (_, n) => part(n, MORNING + n * apart));
const sizes = (calls: Parameters<typeof tooManyCalls>[0]) =>
  tooManyCalls(calls).map((group) => group.length);

describe('T28: calls of one person within 24 hours', () => {
  it('are an alarm by the first that is too many, and again by as many more', () => {
    expect(sizes(callsEach(1000, CALLED_A_DAY))).toEqual([]);
    expect(sizes(callsEach(1000, CALLED_A_DAY + 1))).toEqual([6]);
    expect(sizes(callsEach(1000, 2 * CALLED_A_DAY + 1))).toEqual([6]);
    expect(sizes(callsEach(1000, 2 * CALLED_A_DAY + 2))).toEqual([6, 6]);
  });

  it('raise alarms for as long as they go on, however evenly they are spread', () => {
    expect(sizes(callsEach((24 * HOUR_MS) / 9, 270))).toHaveLength(45);
    expect(sizes(callsEach((24 * HOUR_MS) / 5, 270))).toEqual([]);
  });

  it('are not those of another person, and none counts twice', () => {
    const mixed = fc.array(
      fc.record({ after: fc.nat(8 * HOUR_MS), person: fc.constantFrom('a', 'b') }),
    );
    fc.assert(
      fc.property(mixed, (asked) => {
        let at = MORNING;
        const calls = asked
          .map(({ after, person }, n) => part(n, (at += after), person))
          .sort((one, other) => one.person.localeCompare(other.person));
        const groups = tooManyCalls(calls);
        expect(new Set(groups.flat()).size).toBe(groups.flat().length);
        for (const group of groups) {
          expect(new Set(group.map(({ person }) => person)).size).toBe(1);
          expect(group.at(-1)!.at.getTime() - group[0]!.at.getTime()).toBeLessThan(24 * HOUR_MS);
        }
      }),
    );
  });
});

describe('T33: openings by a new account', () => {
  const opening = (n: number, at: number, account = 'a', person = 'eve') => ({
    ...part(n, at, person),
    account,
  });

  it('are one alarm a run, of each account of each person', () => {
    const later = MORNING + OPENINGS_APART_MS;
    const openings = [
      opening(1, MORNING),
      opening(2, later),
      opening(3, later + OPENINGS_APART_MS + 1),
      opening(4, later + OPENINGS_APART_MS + 2, 'b'),
      opening(5, later + OPENINGS_APART_MS + 3, 'b', 'mallory'),
    ];
    expect(firstOfRuns(openings).map(({ id }) => id)).toEqual([
      'eve 1',
      'eve 3',
      'eve 4',
      'mallory 5',
    ]);
  });
});
