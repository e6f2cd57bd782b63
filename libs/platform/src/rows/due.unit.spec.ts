import { describe, expect, it } from '@jest/globals';
import { clockOf } from '@minh-bach/contracts';
import { computeDeadline, computeDeadlineData } from '@minh-bach/rules';
import { noClocks, withClocks } from './clock-columns.ts';
import { dueOf, nearestDue } from './due.ts';

const clock = (rule: string, trigger: string) =>
  clockOf(computeDeadlineData({ rule, trigger, receivedOn: trigger }));
/** Three working days from Friday: the end of Wednesday 2 December. */
const sending = clock('KN1.SEND', '2026-11-27');
const hard = clock('XLD.HARD_45', '2026-11-18');
const at = (instant: string) => new Date(instant);

describe('a due date in words', () => {
  it('is calm, then near, then red, by the day in Việt Nam', () => {
    const tones = [
      '2026-11-18T02:00:00Z',
      '2026-11-29T02:00:00Z',
      '2026-11-30T02:00:00Z',
      '2026-12-02T16:59:59Z',
      '2026-12-02T17:00:00Z',
    ].map((now) => dueOf(sending, at(now)).tone);
    expect(tones).toEqual(['running', 'running', 'soon', 'soon', 'overdue']);
  });
  it('warns by the stricter date, long before and after that one is over', () => {
    const strict = { ...sending, safeDue: '2026-11-25' };
    for (const now of ['2026-11-24T02:00:00Z', '2026-11-26T02:00:00Z'])
      expect(dueOf(strict, at(now))).toMatchObject({ tone: 'soon', overdue: false });
  });
  it('says its rule, its law and how it was counted', () => {
    expect(dueOf(sending, at('2026-11-27T02:00:00Z'))).toMatchObject({
      rule: 'KN1.SEND',
      law: 'Luật Khiếu nại Đ.32',
      legal: true,
      due: '2026-12-02',
      overdue: false,
      explanation: computeDeadline({ rule: 'KN1.SEND', trigger: '2026-11-27' }).explanation,
    });
  });
  it('says of an old event the sentences that it brought along', () => {
    const { counted: _, ...clock } = sending;
    const explanation = { vi: 'Như đã nói khi đó.', en: 'As it was said then.' };
    expect(dueOf({ ...clock, explanation }, at('2026-11-27T02:00:00Z')).explanation).toEqual(
      explanation,
    );
  });
  it('of several is the nearest, and none when none runs', () => {
    const now = at('2026-11-27T02:00:00Z');
    expect(nearestDue([hard, sending], now)?.rule).toBe('KN1.SEND');
    expect(nearestDue([], now)).toBeNull();
    const strict = { ...hard, safeEndsAt: '2026-11-28T17:00:00.000Z' };
    expect(nearestDue([sending, strict], now)?.rule).toBe('XLD.HARD_45');
  });
});

const ON = '2026-11-20';

describe('the columns that worklists sort by', () => {
  it('hold the strictest end of the clocks that run', () => {
    const both = withClocks(noClocks(), { clocksStarted: [hard, sending] }, ON);
    expect(both.dueAt).toEqual(at(sending.safeEndsAt));
    const left = withClocks(both, { clocksEnded: [{ rule: 'KN1.SEND', how: 'met' }] }, ON);
    const { counted: _, ...listed } = hard;
    expect(left).toEqual({ clocks: [listed], dueAt: at(hard.safeEndsAt) });
  });
  it('hold no explanation, neither as data nor in words', () => {
    const { counted: _, ...clock } = hard;
    const old = { ...clock, explanation: { vi: 'Vì', en: 'Because' } };
    expect(withClocks(noClocks(), { clocksStarted: [old] }, ON).clocks).toEqual([clock]);
  });
  it('sort last when no clock runs, the latest first', () => {
    const begun = withClocks(noClocks(), { clocksStarted: [hard] }, ON);
    const ended = { clocksEnded: [{ rule: 'XLD.HARD_45', how: 'met' } as const] };
    const [earlier, later] = [ON, '2026-11-21'].map((on) => withClocks(begun, ended, on));
    expect(earlier!.clocks).toEqual([]);
    expect(later!.dueAt.getUTCFullYear()).toBeGreaterThan(9000);
    expect(later!.dueAt.getTime()).toBeLessThan(earlier!.dueAt.getTime());
  });
});
