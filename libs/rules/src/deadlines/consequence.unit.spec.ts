import { describe, expect, it } from '@jest/globals';
import { deadlineRules } from '../pack/pack.ts';
import { consequenceOf } from './consequence.ts';

describe('what a breach leads to', () => {
  it.each([
    ['KN1.RESOLVE.NORMAL', 'complainant_may_go_second_or_court', 'Luật Khiếu nại 02/2011'],
    ['KN2.RESOLVE.NORMAL', 'complainant_may_go_to_court', 'Luật Khiếu nại 02/2011'],
    ['XLD.HARD_45', 'escalate_top', 'NĐ 154/2026'],
  ])('of %s is said in both languages, with its law', (rule, code, law) => {
    const { text, ...said } = consequenceOf(rule)!;
    expect(said).toEqual({ code, law: expect.stringContaining(law) });
    expect(text.vi).not.toBe(text.en);
  });
  it('without a law is the product’s own policy', () => {
    expect(consequenceOf('TCD.NOTICE_INITIAL')).toMatchObject({ code: 'alert_head', law: null });
  });
  it('opens no third instance: after the second complaint there is the court', () => {
    const second = [...deadlineRules.keys()].filter((id) => id.startsWith('KN2.RESOLVE'));
    expect(second.length).toBeGreaterThan(0);
    for (const rule of second)
      expect(consequenceOf(rule)?.code).toBe('complainant_may_go_to_court');
  });
  it('is nothing where the pack names nothing', () => {
    expect(consequenceOf('KN1.SEND')).toBeUndefined();
    expect(consequenceOf('NO.RULE')).toBeUndefined();
  });
});
