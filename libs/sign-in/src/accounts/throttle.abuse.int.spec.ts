import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { migrateSignIn } from '../schema.ts';
import { Throttle } from './throttle.ts';

let database: TestDatabase;
let pool: pg.Pool;
let now = Date.parse('2026-11-20T02:00:00.000Z');
let throttle: Throttle;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
  await migrateSignIn(pool);
  throttle = new Throttle(pool, { now: () => new Date(now) });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const from = (network: string, username = 'binh') => ({ username, device: undefined, network });
/** Takes each try as soon as there is one. */
async function flood(network: string, username: string, tries: number): Promise<void> {
  for (let made = 0; made < tries;) {
    const seconds = await throttle.take(from(network, username));
    if (seconds === 0) made += 1;
    else now += seconds * 1000;
  }
}

describe('T34: a network that takes every try for an account', () => {
  it('keeps nobody of another network out, who may even mistype', async () => {
    await flood('attacker', 'binh', 12);
    for (const _ of [1, 2, 3]) {
      expect(await throttle.wait(from('owner'))).toBe(0);
      expect(await throttle.take(from('owner'))).toBe(0);
    }
  });

  it('waits for itself, up to 30 seconds', async () => {
    await flood('attacker', 'cuc', 12);
    expect(await throttle.take(from('attacker', 'cuc'))).toBe(30);
    expect(await throttle.wait(from('attacker', 'cuc'))).toBe(30);
  });

  it('gains little by many networks: those that failed before share one delay', async () => {
    for (let n = 0; n < 6; n += 1) await flood(`net-${n}`, 'dung', 3);
    expect(await throttle.take(from('net-0', 'dung'))).toBeGreaterThan(0);
    now += 30_000;
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await throttle.take(from(`net-${n}`, 'dung')));
    expect(answers.filter((seconds) => seconds === 0)).toHaveLength(1);
  });

  it('that got in is forgotten', async () => {
    await flood('owner', 'giang', 6);
    await throttle.succeeded(from('owner', 'giang'));
    expect(await throttle.wait(from('owner', 'giang'))).toBe(0);
  });
});
