import { describe, expect, it } from '@jest/globals';
import {
  breachOf,
  completeClock,
  extendClock,
  pauseClock,
  recalculateClock,
  resumeClock,
  startClock,
} from './clock.ts';
import { computeDeadline } from './compute.ts';
import type { Extension } from './deadline.ts';

const accepted = { rule: 'TC.RESOLVE', trigger: '2026-07-10' };
const extension: Extension = {
  decision: '12/QĐ-CHQ',
  decidedOn: '2026-08-05',
  complexity: 'complex',
};
const again = { ...extension, decision: '15/QĐ-CHQ', decidedOn: '2026-09-01' };

describe('a pause', () => {
  it('stops the clock from the day of suspension until the day of the decision to go on', () => {
    const running = startClock({ rule: 'KN1.RESOLVE.NORMAL', trigger: '2026-07-10' });
    const stopped = pauseClock(running, '2026-07-20');
    const resumed = resumeClock(stopped, '2026-07-30');

    expect(running.deadline.unrolled).toBe('2026-08-09');
    expect(stopped.deadline.pausedSince).toBe('2026-07-20');
    expect(resumed.deadline).toMatchObject({ unrolled: '2026-08-19', due: '2026-08-19' });
    expect(resumed.deadline.pausedSince).toBeUndefined();
  });

  it('moves a period of obstacles past the time bar of a complaint', () => {
    const pauses = [{ from: '2026-05-04', to: '2026-05-14' }];
    expect(computeDeadline({ rule: 'KN.TIME_BAR', trigger: '2026-04-22', pauses }).unrolled).toBe(
      '2026-07-31',
    );
  });

  it.each([
    ['no law stops', 'KN1.ACCEPT.NEW', '2026-07-10', 'deadline.cannot_pause'],
    ['it lies before the law', 'KN1.RESOLVE.NORMAL', '2026-06-15', 'deadline.pause_before_law'],
  ])('is refused where %s', (_, rule, from, code) => {
    const trigger = rule === 'KN1.ACCEPT.NEW' ? '2026-07-10' : '2026-06-10';
    expect(() => computeDeadline({ rule, trigger, pauses: [{ from }] })).toThrow(code);
  });

  it('suspends a complaint accepted before 1 July 2026 once the new text is in force', () => {
    const pauses = [{ from: '2026-07-01', to: '2026-07-11' }];
    const deadline = computeDeadline({ rule: 'KN1.RESOLVE.NORMAL', trigger: '2026-06-15', pauses });
    expect(deadline.unrolled).toBe('2026-07-25');
  });

  it('does not overlap another, begin twice or end unbegun', () => {
    const pauses = [
      { from: '2026-07-20', to: '2026-07-30' },
      { from: '2026-07-29', to: '2026-08-02' },
    ];
    expect(() => computeDeadline({ ...accepted, pauses })).toThrow('deadline.pauses_overlap');
    const running = startClock(accepted);
    expect(() => resumeClock(running, '2026-07-20')).toThrow('clock.not_paused');
    expect(() => pauseClock(pauseClock(running, '2026-07-20'), '2026-07-21')).toThrow(
      'clock.paused',
    );
  });

  it('may end on the day it began, and another begin on the day it ended', () => {
    const noneLost = [{ from: '2026-07-20', to: '2026-07-20' }];
    expect(computeDeadline({ ...accepted, pauses: noneLost }).unrolled).toBe('2026-08-09');
    const touching = [
      { from: '2026-07-20', to: '2026-07-30' },
      { from: '2026-07-30', to: '2026-08-02' },
    ];
    expect(computeDeadline({ ...accepted, pauses: touching }).unrolled).toBe('2026-08-22');
  });

  it('never rolls into the days that are stopped', () => {
    // 30 days end on Sunday 9 August; the suspension begins on the Monday it would roll to.
    const pauses = [{ from: '2026-08-10', to: '2026-08-13' }];
    expect(computeDeadline({ ...accepted, pauses }).due).toBe('2026-08-13');
  });
});

describe('an extension', () => {
  it('adds 30 days from acceptance, not from a rolled day: 60 in all, 90 when specially complex', () => {
    const once = extendClock(startClock(accepted), extension);
    expect(once.deadline).toMatchObject({ unrolled: '2026-09-08', due: '2026-09-08' });

    const twice = startClock({
      ...accepted,
      extensions: [extension, { ...again, complexity: 'specially_complex' }],
    });
    expect(twice.deadline).toMatchObject({ unrolled: '2026-10-08', due: '2026-10-08' });
  });

  it('may still be decided on the last day, to which the period rolled', () => {
    const extensions = [{ ...extension, decidedOn: '2026-08-10' }];
    expect(computeDeadline({ ...accepted, extensions }).unrolled).toBe('2026-09-08');
  });

  it.each([
    ['twice for a complex case', [extension, again], 'deadline.extended_too_often'],
    ['by more than 30 days', [{ ...extension, days: 31 }], 'deadline.extended_too_long'],
    ['without a decision', [{ ...extension, decision: ' ' }], 'deadline.extension_undecided'],
    [
      'in advance, on the day of acceptance',
      [{ ...extension, decidedOn: '2026-07-10' }],
      'deadline.extended_in_advance',
    ],
    [
      'after the period has run out',
      [{ ...extension, decidedOn: '2026-08-11' }],
      'deadline.extended_too_late',
    ],
  ])('is refused %s', (_, extensions, code) => {
    expect(() => computeDeadline({ ...accepted, extensions })).toThrow(code);
  });

  it('exists for no complaint: 45 days are a total, found complex in writing', () => {
    const request = { rule: 'KN1.RESOLVE.NORMAL', trigger: '2026-07-10', extensions: [extension] };
    expect(() => computeDeadline(request)).toThrow('deadline.cannot_extend');
  });
});

describe('a breach', () => {
  const running = startClock({ rule: 'KN1.RESOLVE.NORMAL', trigger: '2026-07-10' });

  it('begins when the last day has ended in Vietnam, with what the law makes of it', () => {
    expect(running.deadline.due).toBe('2026-08-10');
    expect(breachOf(running, '2026-08-10T16:59:59Z')).toBeUndefined();
    expect(breachOf(running, '2026-08-10T17:00:00Z')).toEqual({
      since: '2026-08-10T17:00:00.000Z',
      consequence: 'complainant_may_go_second_or_court',
      legal: true,
    });
  });

  it('tells the superior, as policy, where the law names no consequence', () => {
    expect(breachOf(startClock(accepted), '2026-12-01T00:00:00Z')).toMatchObject({
      consequence: 'tell_superior',
      legal: false,
    });
  });

  it('does not come over what was done on the last day, but stays with what was done after', () => {
    const now = '2026-12-01T00:00:00Z';
    expect(breachOf(completeClock(running, '2026-08-10'), now)).toBeUndefined();
    expect(breachOf(completeClock(running, '2026-08-11'), now)).toBeDefined();
    expect(() => pauseClock(completeClock(running, '2026-08-10'), '2026-08-10')).toThrow(
      'clock.completed',
    );
  });

  it('does not come while the clock stands, unless it had run out before', () => {
    const now = '2026-12-01T00:00:00Z';
    expect(breachOf(pauseClock(running, '2026-08-01'), now)).toBeUndefined();
    expect(breachOf(pauseClock(running, '2026-08-20'), now)).toBeDefined();
  });

  it('moves with a late change of the holidays, and the old date keeps its version', () => {
    const before = startClock({
      rule: 'TC.SEND_CONCLUSION',
      trigger: '2025-12-31',
      calendar: '2025-10-16',
    });
    const after = recalculateClock(before, '2026-11-22');
    expect(before.deadline).toMatchObject({ due: '2026-01-08', calendarVersion: '2025-10-16' });
    expect(after.deadline).toMatchObject({ due: '2026-01-09', calendarVersion: '2026-11-22' });
  });
});
