import type { PostEntry } from '@minh-bach/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { post } from '../specs/organisation.ts';
import type { TenureRow } from './organisation.entities.ts';
import { tenuresAfter } from './tenures.ts';

const DAYS = 40;
const day = (n: number) => new Date(Date.UTC(2026, 1, 1 + n)).toISOString().slice(0, 10);
const days = Array.from({ length: DAYS }, (_, n) => day(n));

const anEntry = fc
  .tuple(
    fc.constantFrom('an', 'binh', 'cuc'),
    fc.nat(DAYS - 1),
    fc.option(fc.nat(DAYS - 1), { nil: null }),
  )
  .map(([who, from, more]) =>
    post(who, 'HQ-SM', ['head'], {
      id: 'p',
      from: day(from),
      to: more === null ? null : day(Math.min(from + more, DAYS - 1)),
    }),
  );
const entries = fc.array(anEntry, { minLength: 1, maxLength: 12 });

const after = (said: readonly PostEntry[]): TenureRow[] =>
  said.reduce<TenureRow[]>((tenures, entry) => tenuresAfter(tenures, entry), []);

const holdersOn = (tenures: readonly TenureRow[], on: string): string[] =>
  tenures
    .filter(({ from, to }) => from <= on && (to === null || to >= on))
    .map(({ person }) => person);

/** The same in days, without periods: each day belongs to a stay of somebody. */
function byDay(said: readonly PostEntry[]): (string | null)[] {
  let stays: (readonly [string, number] | null)[] = days.map(() => null);
  said.forEach(({ person, from, to }, stay) => {
    const running = stays[days.indexOf(from)];
    stays = stays.map((before, n) => {
      if (days[n]! >= from) return to === null || days[n]! <= to ? [person, stay] : null;
      const corrected = running?.[0] === person && before?.[1] === running[1];
      return corrected ? null : before;
    });
  });
  return stays.map((held) => held?.[0] ?? null);
}

describe('tenures after any reassignments', () => {
  it('give a post at most one holder a day, and the one that was last said', () => {
    fc.assert(
      fc.property(entries, (said) => {
        const tenures = after(said);
        const expected = byDay(said).map((held) => (held === null ? [] : [held]));
        expect(days.map((on) => holdersOn(tenures, on))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('keep the days before an entry for those who held them', () => {
    fc.assert(
      fc.property(entries, anEntry, (said, entry) => {
        const before = after(said);
        const next = after([...said, { ...entry, person: 'new' }]);
        for (const on of days.filter((one) => one < entry.from))
          expect(holdersOn(next, on)).toEqual(holdersOn(before, on));
      }),
    );
  });

  it('are the same when an entry is said twice in a row', () => {
    fc.assert(
      fc.property(entries, (said) => {
        expect(after([...said, said.at(-1)!])).toEqual(after(said));
      }),
    );
  });
});

describe('an entry that differs from the running tenure in its dates only', () => {
  const said = (over: Partial<PostEntry>) => post('binh', 'HQ-SM', ['head'], { id: 'p', ...over });

  it('corrects them: a start that was too early is taken back', () => {
    const tenures = after([said({ from: day(0) }), said({ from: day(9) })]);
    expect(tenures).toMatchObject([{ from: day(9), to: null }]);
  });
  it('is a tenure of its own after a pause', () => {
    const tenures = after([said({ from: day(0), to: day(3) }), said({ from: day(9) })]);
    expect(tenures).toMatchObject([{ to: day(3) }, { from: day(9) }]);
  });
  it('is no correction when the post comes to lead its unit', () => {
    const tenures = after([said({ from: day(0) }), said({ from: day(9), leads: true })]);
    expect(tenures).toMatchObject([
      { from: day(0), to: day(8), leads: false },
      { from: day(9), to: null, leads: true },
    ]);
  });
  it('is no correction when the roles change: both stand, each in its days', () => {
    const tenures = after([said({ from: day(0) }), said({ from: day(9), roles: ['clerk'] })]);
    expect(tenures).toMatchObject([
      { from: day(0), to: day(8), roles: ['head'] },
      { from: day(9), to: null, roles: ['clerk'] },
    ]);
  });
});
