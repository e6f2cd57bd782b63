import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '@minh-bach/kernel';
import { migrateSignIn, randomToken } from '@minh-bach/sign-in';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import type { Tokens } from './relying-party.ts';
import { Sessions } from './sessions.ts';

let database: TestDatabase;
let pool: pg.Pool;
let other: pg.Pool;
let sessions: Sessions;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  other = new pg.Pool({ connectionString: database.url });
  await migrateSignIn(pool);
  sessions = new Sessions(pool, randomToken(), systemClock);
});

afterAll(async () => {
  await pool.end();
  await other.end();
  await database.drop();
});

const old: Tokens = { accessToken: 'old', expiresAt: 0, refreshToken: 'once' };
const begin = async () => {
  const id = await sessions.begin({ issuer: 'i', subject: randomToken(), tokens: old });
  const session = await sessions.find(id);
  return { id, idHash: session?.idHash ?? '' };
};

describe('A refresh token', () => {
  it('is used once, however many requests find the access token ended', async () => {
    const { id, idHash } = await begin();
    const used: (string | undefined)[] = [];
    // All have their connection, so all ask at the same moment.
    await Promise.all(Array.from({ length: 8 }, () => pool.query('SELECT 1')));
    const renew = async (tokens: Tokens) => {
      if (tokens.expiresAt > 0) return tokens;
      await other.query('SELECT 1');
      used.push(tokens.refreshToken);
      return { accessToken: 'new', expiresAt: 1, refreshToken: 'next' };
    };

    const all = await Promise.all(Array.from({ length: 8 }, () => sessions.renew(idHash, renew)));

    expect(used).toEqual(['once']);
    expect(all.map((tokens) => tokens?.accessToken)).toEqual(Array(8).fill('new'));
    expect((await sessions.find(id))?.tokens.refreshToken).toBe('next');
  }, 20_000);

  it('that the provider refuses ends the session', async () => {
    const { id, idHash } = await begin();
    expect(await sessions.renew(idHash, async () => undefined)).toBeUndefined();
    expect(await sessions.find(id)).toBeUndefined();
  });

  it('is still there when the provider did not answer', async () => {
    const { id, idHash } = await begin();
    await expect(sessions.renew(idHash, () => Promise.reject(new Error('down')))).rejects.toThrow(
      'down',
    );
    expect((await sessions.find(id))?.tokens).toEqual(old);
  });
});

describe('Tokens in the database', () => {
  it('moved to another session open nothing', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    await pool.query(
      `UPDATE signin.sessions SET tokens = (SELECT tokens FROM signin.sessions WHERE id_hash = $1) WHERE id_hash = $2`,
      [theirs.idHash, mine.idHash],
    );
    await expect(sessions.find(mine.id)).rejects.toThrow();
  });
});

describe('Sessions that are asked for at the same time', () => {
  it('are found by one statement, to each its own, and one that ended is not', async () => {
    const all = await Promise.all([begin(), begin(), begin()]);
    await sessions.end(all[1]!.idHash);
    let asked = 0;
    const query = pool.query.bind(pool);
    pool.query = ((...args: Parameters<typeof query>) => {
      asked += 1;
      return query(...args);
    }) as typeof query;
    const found = await Promise.all(all.map(({ id }) => sessions.find(id)));
    pool.query = query;
    expect(found.map((one) => one?.idHash)).toEqual([all[0].idHash, undefined, all[2].idHash]);
    expect(asked).toBe(1);
  });
});
