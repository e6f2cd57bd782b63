import { describe, expect, it } from '@jest/globals';
import { computeDeadline } from './compute.ts';

describe('a deadline', () => {
  it('is the named rule’s own date, and warns by the stricter text over a long holiday', () => {
    const deadline = computeDeadline({ rule: 'KN1.ACCEPT.NEW', trigger: '2026-08-25' });

    expect(deadline).toMatchObject({
      due: '2026-09-08',
      safeDue: '2026-09-04',
      endsAt: '2026-09-08T17:00:00.000Z',
      safeEndsAt: '2026-09-04T17:00:00.000Z',
      provisional: false,
      legal: true,
    });
  });

  it('refuses a date on which its rule was not in force, and names the one that was', () => {
    expect(() => computeDeadline({ rule: 'KN1.ACCEPT.NEW', trigger: '2026-06-30' })).toThrow(
      expect.objectContaining({
        code: 'rule.not_in_force',
        details: expect.objectContaining({ inForce: 'KN1.ACCEPT.OLD' }),
      }),
    );
  });
});
