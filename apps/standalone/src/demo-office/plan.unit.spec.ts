import { describe, expect, it } from '@jest/globals';
import { CHANNELS, CONCLUSIONS, FORWARDER_WORDS } from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import { isWorkingDay } from '@minh-bach/rules';
import { CASE_STAGES, type MatterEntry } from './matter-entry.ts';
import { keyOfDeed, planOf } from './plan.ts';
import { DEPUTATIONS } from './texts/deputations.ts';
import { ENTRIES } from './texts/entries.ts';
import { SENDERS } from './texts/senders.ts';
import { WorkingDays } from './working-days.ts';

const HOUR_MS = 3_600_000;
const hourOf = (at: Date): number => (((at.getTime() / HOUR_MS + 7) % 24) + 24) % 24;

const planOn = (now: Date) => planOf(ENTRIES, DEPUTATIONS, new WorkingDays(now));

describe.each([
  '2026-11-20T03:00:00.000Z',
  // Before the office opens, at night, on a Sunday, within Tết, after New Year, on 29 February.
  '2026-12-01T00:10:00.000Z',
  '2026-12-01T16:30:00.000Z',
  '2026-11-29T05:00:00.000Z',
  '2027-02-08T02:00:00.000Z',
  '2027-01-04T01:31:00.000Z',
  '2028-02-29T08:00:00.000Z',
])('what people did until %s', (instant) => {
  const now = new Date(instant);
  const plan = planOn(now);

  it('lies in the past, on working days, in working hours', () => {
    for (const { at } of plan) {
      expect(at.getTime()).toBeLessThan(now.getTime());
      expect([at, isWorkingDay(localDate(at))]).toEqual([at, true]);
      expect(hourOf(at)).toBeGreaterThanOrEqual(8);
      expect(hourOf(at)).toBeLessThan(17);
    }
  });

  it('has each matter in its order, registered first', () => {
    const seen = new Map<string, Date>();
    for (const deed of plan) {
      if (deed.what === 'deputation') continue;
      const before = seen.get(deed.entry.id);
      expect(before === undefined).toBe(deed.what === 'register');
      seen.set(deed.entry.id, deed.at);
    }
    expect(seen.size).toBe(ENTRIES.length);
  });

  it('is a year long, and is the same each time', () => {
    const days = (now.getTime() - plan[0]!.at.getTime()) / (24 * HOUR_MS);
    expect(days).toBeGreaterThan(300);
    expect(days).toBeLessThan(400);
    const told = (deeds: typeof plan) => deeds.map((deed) => [keyOfDeed(deed), deed.at]);
    expect(told(planOn(now))).toEqual(told(plan));
  });
});

describe('the list', () => {
  const isThere = <T>(of: (entry: MatterEntry) => T | undefined, wanted: readonly T[]) =>
    expect(wanted.filter((one) => !ENTRIES.some((entry) => of(entry) === one))).toEqual([]);

  it('has every way in, forwarder, stage, outcome and unit', () => {
    isThere(({ by }) => by, CHANNELS);
    isThere(({ forwarded }) => forwarded?.kind, Object.keys(FORWARDER_WORDS));
    isThere(({ stage }) => stage, CASE_STAGES);
    isThere(({ stage }) => stage, ['not_accepted', 'guided', 'transferred', 'filed']);
    isThere(({ conclusion }) => conclusion, CONCLUSIONS);
    isThere(({ unit }) => unit, ['HQ-SM', 'HQ-DG', 'KV-MH']);
    isThere(({ instance }) => instance, [2]);
  });
});

describe('an entry', () => {
  it('has an id of its own, and so has each of its steps', () => {
    const keys = planOn(new Date('2026-11-20T03:00:00.000Z')).map(keyOfDeed);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('of a firm is no denunciation: only people denounce', () => {
    for (const { kind, really, from } of ENTRIES)
      if (kind === 'denunciation' || really?.kind === 'denunciation')
        expect(SENDERS[from].kind).toBe('individual');
  });
});
