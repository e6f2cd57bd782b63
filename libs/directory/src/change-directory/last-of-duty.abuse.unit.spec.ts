import type { PostEntry } from '@minh-bach/contracts';
import { describe, expect, it } from '@jest/globals';
import { tenuresAfter } from '@minh-bach/platform';
import { person, post } from '../directory.fixture.ts';
import type { Administration } from './administrators.ts';
import { lastOf } from './last-of-duty.ts';

const TODAY = '2026-11-20';
const YESTERDAY = '2026-11-19';

const audits = (who: string, over: Partial<PostEntry> = {}): PostEntry => ({
  ...post,
  id: `chq.${who}`,
  unit: 'CHQ',
  roles: ['auditor'],
  person: who,
  ...over,
});
const auditors = (...posts: PostEntry[]): Administration => ({
  tenures: posts.flatMap((entry) => tenuresAfter([], entry)),
  units: new Map(),
  inactive: new Map(),
});
const duty = { role: 'auditor', units: ['CHQ'] } as const;

describe('T33: the last of a duty', () => {
  it('is whose end leaves nobody: by the post, by the person, by another role or another unit', () => {
    const alone = auditors(audits('an'));
    for (const entry of [
      audits('an', { to: YESTERDAY }),
      audits('an', { to: '2027-01-31' }),
      audits('an', { roles: ['clerk'] }),
      audits('an', { unit: 'HQ-SM', from: TODAY }),
      { ...person, id: 'an', active: false },
    ])
      expect([entry, lastOf(alone, entry, duty, TODAY)]).toEqual([entry, 'an']);
  });

  it('is nobody while another remains, or another takes the post over', () => {
    const two = auditors(audits('an'), audits('binh'));
    expect(lastOf(two, audits('an', { to: YESTERDAY }), duty, TODAY)).toBeUndefined();
    const handedOver = audits('an', { person: 'binh', from: TODAY });
    expect(lastOf(auditors(audits('an')), handedOver, duty, TODAY)).toBeUndefined();
  });

  it('is found where two ends on different days leave nobody later', () => {
    const ending = auditors(audits('an', { to: '2027-12-31' }), audits('binh'));
    expect(lastOf(ending, audits('binh', { to: '2027-06-30' }), duty, TODAY)).toBe('binh');
  });

  it('is found where the other serves no more, or serves elsewhere', () => {
    const left = auditors(audits('an'), audits('binh'));
    const gone = { ...left, inactive: new Map([['binh', YESTERDAY]]) };
    expect(lastOf(gone, audits('an', { to: YESTERDAY }), duty, TODAY)).toBe('an');
    const elsewhere = auditors(audits('an'), audits('binh', { unit: 'HQ-SM' }));
    expect(lastOf(elsewhere, audits('an', { to: YESTERDAY }), duty, TODAY)).toBe('an');
    const anywhere = { role: 'auditor' } as const;
    expect(lastOf(elsewhere, audits('an', { to: YESTERDAY }), anywhere, TODAY)).toBeUndefined();
  });
});
