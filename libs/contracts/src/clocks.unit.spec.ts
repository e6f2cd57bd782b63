import { describe, expect, it } from '@jest/globals';
import { decideBreach, evolveBreach } from './breach.ts';
import { NO_CLOCKS, endClocks, evolveClocks, type ClockStarted } from './clock-fact.ts';

const clock = (rule: string, endsAt = '2026-11-27T17:00:00.000Z'): ClockStarted => ({
  rule,
  ruleVersion: '1',
  calendarVersion: '1',
  source: { law: 'Luật thử', confidence: 'high' },
  legal: true,
  name: { vi: 'Thử', en: 'A try' },
  trigger: '2026-11-18',
  due: '2026-11-27',
  unrolled: '2026-11-27',
  safeDue: '2026-11-27',
  endsAt,
  safeEndsAt: endsAt,
  provisional: false,
  explanation: { vi: 'Thử', en: 'A try' },
});
const open = evolveClocks(NO_CLOCKS, { clocksStarted: [clock('A'), clock('B')] });
const notice = (rule: string) => ({ type: 'NoticeBreach', rule, told: null }) as const;

describe('clocks of a stream', () => {
  it('run from start to end, each by its rule', () => {
    const ended = evolveClocks(open, { clocksEnded: [{ rule: 'A', how: 'met' }] });
    expect(Object.keys(ended.running)).toEqual(['B']);
  });
  it('end and start again in one event', () => {
    const next = clock('A', '2026-12-04T17:00:00.000Z');
    const changed = evolveClocks(open, {
      clocksEnded: [{ rule: 'A', how: 'void' }],
      clocksStarted: [next],
    });
    expect(changed.running['A']).toBe(next);
  });
  it('are the same when an event says nothing of them', () => {
    expect(evolveClocks(open, {})).toBe(open);
  });
  it('can be ended only where they run', () => {
    expect(endClocks(open, 'met', 'A', 'C')).toEqual([{ rule: 'A', how: 'met' }]);
  });
});

describe('a breach', () => {
  it('is judged by instants, however they are spelled', () => {
    const spelled = evolveClocks(NO_CLOCKS, {
      clocksStarted: [clock('A', '2026-11-28T00:00:00+07:00')],
    });
    expect(() => decideBreach(spelled, notice('A'), '2026-11-27T16:59:59.999Z')).toThrow(
      'NOT_OVERDUE',
    );
    expect(decideBreach(spelled, notice('A'), '2026-11-27T17:00:00.000Z')).toHaveLength(1);
  });
  it('of one rule is not that of another', () => {
    const [breach] = decideBreach(open, notice('A'), '2026-12-01T00:00:00.000Z');
    const known = evolveBreach(open, breach!);
    expect(decideBreach(known, notice('A'), '2026-12-01T00:00:00.000Z')).toEqual([]);
    expect(decideBreach(known, notice('B'), '2026-12-01T00:00:00.000Z')).toHaveLength(1);
  });
});
