import { describe, expect, it } from '@jest/globals';
import { claimedDay } from './claimed-day.ts';

const FRIDAY = '2026-11-27';

describe('a day that ends a limit or starts a right', () => {
  it('counts by itself where it was recorded within five working days', () => {
    for (const day of [FRIDAY, '2026-11-26', '2026-11-20'])
      expect(claimedDay(day, FRIDAY, [])).toEqual({ countsFrom: day });
    // Saturday and Sunday, and the public holiday in between, are no working days.
    expect(claimedDay('2026-11-21', FRIDAY, [])).toEqual({ countsFrom: '2026-11-21' });
  });

  it('counts from its recording where it lies further back', () => {
    const unconfirmed = { countsFrom: FRIDAY, crossesLimit: false };
    expect(claimedDay('2026-11-18', FRIDAY, [])).toEqual({ countsFrom: FRIDAY, unconfirmed });
  });

  it('counts from its recording where it would be in time and the limit is over', () => {
    const unconfirmed = { countsFrom: FRIDAY, crossesLimit: true };
    const due = ['2026-11-26'];
    expect(claimedDay('2026-11-26', FRIDAY, due)).toEqual({ countsFrom: FRIDAY, unconfirmed });
    expect(claimedDay('2026-11-27', FRIDAY, due)).toEqual({ countsFrom: FRIDAY });
    expect(claimedDay('2026-11-26', FRIDAY, [FRIDAY])).toEqual({ countsFrom: '2026-11-26' });
    expect(claimedDay('2026-11-26', FRIDAY, ['2026-11-25'])).toEqual({ countsFrom: '2026-11-26' });
  });
});
