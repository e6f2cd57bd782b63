import { describe, expect, it } from '@jest/globals';
import { system } from '@minh-bach/kernel';
import { entryDecider } from './entry.decider.ts';
import type { Entry } from './entry.events.ts';

const context = { actor: system('test'), now: '2026-11-20T02:00:00.000Z' };
const post: Entry = {
  kind: 'post',
  id: 'sm-truong',
  unit: 'HQ-SM',
  title: { vi: 'Trưởng Hải quan', en: 'Head' },
  roles: ['head'],
  person: 'binh',
  from: '2026-01-01',
  to: null,
};
const record = (entry: Entry, before: Entry | null) =>
  entryDecider.decide({ type: 'RecordEntry', entry }, before, context);

describe('an entry of the directory', () => {
  it('is recorded once', () => {
    expect(record(post, null)).toEqual([{ type: 'PostAssigned', data: { entry: post } }]);
    expect(record({ ...post }, post)).toEqual([]);
  });
  it('says when a post ends', () => {
    const ended = { ...post, to: '2026-12-31' };
    expect(record(ended, post)).toEqual([{ type: 'PostEnded', data: { entry: ended } }]);
  });
  it('refuses a period that runs backwards', () => {
    expect(() => record({ ...post, to: '2025-12-31' }, null)).toThrow('PERIOD_BACKWARDS');
  });
});
