import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { computeDeadline } from './compute.ts';
import { isInForce, ruleFor } from './in-force.ts';

const refusal = (work: () => unknown): DomainError | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
  }
  return undefined;
};

describe('the rule in force', () => {
  it.each(['KN1.ACCEPT', 'KN2.ACCEPT', 'KNKL.ACCEPT'])(
    '%s changes for petitions received from 1 July 2026 on',
    (family) => {
      expect(ruleFor(family, { receivedOn: '2026-06-30' })).toBe(`${family}.OLD`);
      expect(ruleFor(family, { receivedOn: '2026-07-01' })).toBe(`${family}.NEW`);
    },
  );

  it('is the one of the receipt, not of a later event', () => {
    const rule = ruleFor('KN1.ACCEPT', { receivedOn: '2026-06-29', eventOn: '2026-07-02' });
    expect(rule).toBe('KN1.ACCEPT.OLD');
  });

  it('is chosen by event for dialogue and suspension, also in matters received earlier', () => {
    const dates = { receivedOn: '2026-05-04', eventOn: '2026-07-02' };
    expect(ruleFor('KN.DIALOGUE_NOTICE', dates)).toBe('KN.DIALOGUE_NOTICE');
    expect(ruleFor('KN.SUSPEND_SEND', dates)).toBe('KN.SUSPEND_SEND');
    expect(refusal(() => ruleFor('XLD.HARD_45', dates))?.code).toBe('rule.not_in_force');
  });

  it('is asked by the local day of an instant', () => {
    expect(isInForce('XLD.HARD_45', '2026-06-30T16:59:59Z')).toBe(false);
    expect(isInForce('XLD.HARD_45', '2026-06-30T17:00:00Z')).toBe(true);
  });

  it.each([
    ['KN1.ACCEPT.NEW', '2026-06-30', 'KN1.ACCEPT.OLD'],
    ['KN1.ACCEPT.OLD', '2026-07-01', 'KN1.ACCEPT.NEW'],
    ['CH.REG_2011', '2015-04-15', null],
    ['CH.DOC_2015', '2015-04-14', null],
    ['TCD.REFUSAL_NOTICE', '2026-06-30', null],
    ['PA.LEGALDOC', '2025-06-15', null],
    ['KN.CUSTOMS_GUIDE', '2017-12-31', null],
    ['TC.RESOLVE', '2018-12-31', null],
  ])('refuses %s on %s and names %s', (rule, trigger, inForce) => {
    expect(refusal(() => computeDeadline({ rule, trigger }))).toMatchObject({
      code: 'rule.not_in_force',
      details: { rule, date: trigger, inForce },
    });
  });

  it('refuses a rule that the pack does not have', () => {
    expect(refusal(() => computeDeadline({ rule: 'KN9', trigger: '2026-07-10' }))?.code).toBe(
      'rule.unknown',
    );
  });
});
