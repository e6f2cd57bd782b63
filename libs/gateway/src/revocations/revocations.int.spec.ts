import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DirectoryEntryV1, PostEntry } from '@minh-bach/contracts';
import { migrateSignIn } from '@minh-bach/sign-in';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { ListViews } from '../list-views/list-views.ts';
import { PeopleNames } from '../invitations/people-names.ts';
import { Revocations } from './revocations.ts';

const SEAL_KEY = Buffer.alloc(32).toString('base64url');
let database: TestDatabase;
let pool: pg.Pool;
let ended: string[];
let revocations: Revocations;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await migrateSignIn(pool);
});
beforeEach(async () => {
  await pool.query('TRUNCATE signin.people, signin.posts');
  ended = [];
  const clock = { now: () => new Date('2026-11-22T03:00:00Z') };
  revocations = new Revocations(pool, clock, async (_issuer, subject) => void ended.push(subject), {
    names: new PeopleNames(pool, SEAL_KEY),
    views: new ListViews(pool, SEAL_KEY),
  });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const tell = (data: DirectoryEntryV1 | { kind: string }) =>
  revocations.handle({
    id: 'm',
    topic: 'directory.v1',
    type: 'DirectoryEntryChanged',
    data,
    source: { stream: 'directory.x', revision: 0, previous: null },
    correlationId: 'c',
    causationId: 'c',
    occurredAt: '2026-11-22T03:00:00Z',
  });

const person = (id: string, more = {}) =>
  tell({
    kind: 'person',
    id,
    name: 'Tên',
    issuer: 'i',
    subject: `sub-${id}`,
    active: true,
    ...more,
  });
const post: PostEntry = {
  kind: 'post',
  id: 'post-1',
  unit: 'CK-01',
  title: { vi: 'Thủ trưởng', en: 'Head' },
  roles: ['head', 'classifier'],
  person: 'lan',
  from: '2026-01-01',
  to: null,
};

describe('Sessions end for', () => {
  it('somebody who was put out', async () => {
    await person('lan');
    expect(ended).toEqual([]);
    await person('lan', { active: false });
    expect(ended).toEqual(['sub-lan']);
  });

  it('the account that somebody used before', async () => {
    await person('lan');
    await person('lan', { subject: 'sub-new' });
    expect(ended).toEqual(['sub-lan']);
  });

  it('the holder of a post who lost it, a role of it, its unit, or whose time is over', async () => {
    await person('lan');
    await person('minh');
    for (const change of [
      { roles: ['head'] },
      { unit: 'CK-02' },
      { person: 'minh' },
      { to: '2026-11-22' },
    ] satisfies Partial<PostEntry>[]) {
      await pool.query('TRUNCATE signin.posts');
      ended = [];
      await tell(post);
      expect(ended).toEqual([]);
      await tell({ ...post, ...change });
      expect(ended).toEqual(['sub-lan']);
    }
  });

  it('a deputy whose time was cut short', async () => {
    await person('minh');
    const deputy = {
      kind: 'deputy',
      id: 'd',
      post: 'post-1',
      deputy: 'minh',
      from: '2026-11-01',
      to: '2026-12-01',
    } as const;
    await tell({ ...deputy, revoked: false });
    expect(ended).toEqual([]);
    await tell({ ...deputy, revoked: true });
    expect(ended).toEqual(['sub-minh']);
  });

  it('nobody by a deputation that had not begun (T29)', async () => {
    await person('minh');
    for (const later of ['2026-11-23', '2099-01-01']) {
      const deputy = {
        kind: 'deputy',
        id: 'd',
        post: 'post-1',
        deputy: 'minh',
        to: later,
      } as const;
      await tell({ ...deputy, from: later, revoked: false });
      await tell({ ...deputy, from: later, revoked: true });
    }
    expect(ended).toEqual([]);
  });

  it('nobody by what only adds: a new role, a later end, another title', async () => {
    await person('lan');
    await tell(post);
    await tell({ ...post, roles: ['head', 'classifier', 'clerk'], to: '2027-01-01' });
    expect(ended).toEqual([]);
  });
});

describe('A message', () => {
  it('about somebody not heard of yet waits', async () => {
    await tell(post);
    await expect(tell({ ...post, roles: ['head'] })).rejects.toMatchObject({ name: 'NotYet' });
  });

  it('that makes no sense is parked', async () => {
    await expect(tell({ kind: 'nonsense' })).rejects.toMatchObject({ name: 'Poison' });
  });
});
