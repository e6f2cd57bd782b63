import { describe, expect, it } from '@jest/globals';
import { computeDeadline } from '@minh-bach/rules';
import { en } from '../../i18n/en/portal.ts';
import { vi } from '../../i18n/vi/portal.ts';
import { RIGHTS } from './rights.ts';

/** As the rules count. */
const valueOf = (rule: string): number =>
  Math.abs(computeDeadline({ rule, trigger: '2026-11-27' }).counted.value);

describe('numbers that visitors are told', () => {
  it.each([
    ['home.complaintText', ['KN1.RESOLVE.NORMAL', 'KN1.RESOLVE.COMPLEX']],
    ['send.complaint.need', ['KN.TIME_BAR']],
  ] as const)('are those of the rules: %s', (id, rules) => {
    for (const said of [vi[id], en[id]])
      for (const rule of rules) expect(said).toMatch(new RegExp(`\\b${valueOf(rule)}\\b`));
  });

  it.each([
    ['Luật Tiếp công dân Đ.28 k.1', 'TCD.NOTICE_INITIAL'],
    ['NĐ 20/2008 Đ.9 k.1 (NĐ 92/2017)', 'PA.TRANSFER'],
  ])('are those of the rules among rights, by %s', (law, rule) => {
    const line = RIGHTS.feedback.rights.find((each) => each.law === law);
    for (const said of [line?.vi, line?.en]) expect(said).toContain(String(valueOf(rule)));
  });

  it('stand each on an article', () => {
    for (const { rights, duty } of Object.values(RIGHTS)) {
      expect(rights).toHaveLength(6);
      for (const { law } of [...rights, duty]) expect(law).toMatch(/Luật|NĐ|TT/);
    }
  });
});
