import { describe, expect, it } from '@jest/globals';
import { identify } from './acting-post.ts';
import { CachedPeople } from './people.ts';
import { PeopleOfRecord, type Principal } from './principal.ts';

const an: Principal = {
  person: 'an',
  name: 'An',
  posts: [
    { post: 'P1', unit: 'CK-01', roles: ['receiver'] },
    { post: 'P2', unit: 'CK-02', roles: ['head'], deputyFor: 'binh' },
  ],
};

describe('the post in which a person acts', () => {
  it('is the first one that allows the action', () => {
    const { actor } = identify(an, { kind: 'action', action: 'case.assign' }, undefined);
    expect(actor).toEqual({ person: 'an', role: 'head', unit: 'CK-02', deputyFor: 'binh' });
  });
  it('is the one that was chosen', () => {
    const { post } = identify(an, { kind: 'action', action: 'petition.read' }, 'P2');
    expect(post.unit).toBe('CK-02');
  });
  it('must allow the action, when chosen', () => {
    const choose = () => identify(an, { kind: 'action', action: 'petition.register' }, 'P2');
    expect(choose).toThrow('ACTION_FORBIDDEN');
  });
  it('must be held', () => {
    expect(() => identify(an, { kind: 'signed-in', publicIn: [] }, 'P3')).toThrow('POST_NOT_HELD');
  });
  it('T10: is none for someone without a post', () => {
    const nobody = { ...an, posts: [] };
    expect(() => identify(nobody, { kind: 'signed-in', publicIn: [] }, undefined)).toThrow(
      'ACTION_FORBIDDEN',
    );
  });
});

describe('people that are kept for a moment', () => {
  class Record extends PeopleOfRecord {
    asked = 0;
    answer = (): Promise<Principal | undefined> => Promise.resolve(an);
    override find() {
      this.asked++;
      return this.answer();
    }
  }
  const at = new Date('2026-11-20T02:00:00Z');

  it('are not asked for again within that moment, and are after it', async () => {
    const record = new Record();
    const kept = new CachedPeople(record, 10_000);
    await kept.find('i', 's', at);
    await kept.find('i', 's', at);
    expect(record.asked).toBe(1);
    kept.forget();
    await kept.find('i', 's', at);
    expect(record.asked).toBe(2);
    const notKept = new CachedPeople(record, 0);
    await notKept.find('i', 's', at);
    await notKept.find('i', 's', at);
    expect(record.asked).toBe(4);
  });
  it('are asked for again when the clock was set to another day', async () => {
    const record = new Record();
    const kept = new CachedPeople(record, 10_000);
    await kept.find('i', 's', at);
    await kept.find('i', 's', new Date('2027-01-04T02:00:00Z'));
    expect(record.asked).toBe(2);
  });
  it('are never kept when asking failed', async () => {
    const record = new Record();
    const kept = new CachedPeople(record, 10_000);
    record.answer = () => Promise.reject(new Error('away'));
    await expect(kept.find('i', 's', at)).rejects.toThrow('away');
    record.answer = () => Promise.resolve(an);
    expect(await kept.find('i', 's', at)).toBe(an);
  });
});
