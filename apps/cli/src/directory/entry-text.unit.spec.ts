import type { PostEntry } from '@minh-bach/contracts';
import { expect, it } from '@jest/globals';
import { entryText } from './entry-text.ts';

const post: PostEntry = {
  kind: 'post',
  id: 'hq-sm.binh',
  unit: 'HQ-SM',
  title: { vi: 'Trưởng', en: 'Head' },
  roles: ['head'],
  person: 'binh',
  from: '2026-01-01',
  to: null,
};

it('a second administrator sees every member that changes, also one that is added or left out', () => {
  const leading = { ...post, leads: true as const };
  expect(entryText(leading, post)).toBe('post hq-sm.binh\n    leads: – → true');
  expect(entryText(post, leading)).toBe('post hq-sm.binh\n    leads: true → –');
  expect(entryText({ ...post, to: '2026-12-31' }, post)).toContain('to: null → "2026-12-31"');
});
