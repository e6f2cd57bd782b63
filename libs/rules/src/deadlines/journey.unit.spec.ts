import { describe, expect, it } from '@jest/globals';
import { computeDeadline } from './compute.ts';
import { journeyKinds, journeyOf } from './journey.ts';

describe('what a sender waits for', () => {
  it('counts each step by its rule, from the last day of the step before', () => {
    const steps = journeyOf('complaint', '2026-11-27');
    const rules = steps.map(({ step, deadline }) => [step, deadline.rule]);
    expect(rules).toEqual([
      ['accept', 'KN1.ACCEPT.NEW'],
      ['resolve', 'KN1.RESOLVE.NORMAL'],
      ['send', 'KN1.SEND'],
      ['window', 'KN2.WINDOW'],
    ]);
    const [accept, resolve] = steps;
    expect(accept?.deadline).toEqual(
      computeDeadline({ rule: 'KN1.ACCEPT', trigger: '2026-11-27' }),
    );
    expect(resolve?.deadline.trigger).toBe(accept?.deadline.due);
    expect(resolve?.variants.map(({ rule }) => rule)).toEqual([
      'KN1.RESOLVE.COMPLEX',
      'KN1.RESOLVE.REMOTE',
      'KN1.RESOLVE.REMOTE_COMPLEX',
    ]);
    expect(resolve?.pause?.ground).toBe('suspension');
  });

  it('takes the version of a rule that was in force', () => {
    expect(journeyOf('complaint', '2026-06-30')[0]?.deadline.rule).toBe('KN1.ACCEPT.OLD');
  });

  it.each(journeyKinds)('is known of every kind: %s', (kind) => {
    for (const { deadline } of journeyOf(kind, '2026-11-27'))
      expect(deadline.explanation.vi).toContain(
        deadline.legal ? deadline.source.law : 'chỉ tiêu nội bộ',
      );
  });

  it('is not told of days before the laws', () => {
    expect(() => journeyOf('denunciation', '2010-01-01')).toThrow('rule.not_in_force');
  });
});
