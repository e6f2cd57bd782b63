import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
}, 30_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
});

const WRONG = 'không phải mật khẩu này';

/** Everything of an answer that could tell, without what differs each time. */
async function tell(answer: Response, username: string) {
  const text = (await answer.text()).replaceAll(username, '∗').replace(/interaction\/[\w-]+/g, '∗');
  return { status: answer.status, text, headers: [...answer.headers.keys()].sort() };
}

describe('A password of the greatest length', () => {
  const LONGEST = '🐈🐕🐁🐇🐢🦉🐝🐟'.repeat(16);

  it.each([
    ['of signs that take two units each', LONGEST],
    ['as a keyboard sends it, marks apart', 'ấầẩẫậếềểễệốồổỗộ '.repeat(8).normalize('NFD')],
  ])('signs in, whole: one %s', async (_what, password) => {
    const username = `dai-${password.length}`;
    await door.signIn.ensureAccount({ username, password });
    const browser = door.browser();
    const { url, text } = await browser.open('/auth/login');
    const field = /<input\s+id="password"[^>]*>/.exec(text)?.[0];
    expect(field).not.toContain('maxlength');

    const cut = await browser.submit(url, { username, password: password.slice(0, 200) });
    expect(cut.status).toBe(401);
    const whole = await browser.submit(url, { username, password });
    expect(whole.status).toBe(303);
  });
});

describe('Whoever guesses names', () => {
  it('gets the same answer for a name that exists and one that does not', async () => {
    const { username } = await door.person();
    const told = [];
    for (const name of [username, 'khong-co-ai']) {
      const browser = door.browser();
      const { url } = await browser.open('/auth/login');
      told.push(await tell(await browser.submit(url, { username: name, password: WRONG }), name));
    }
    expect(told[0]).toEqual(told[1]);
    expect(told[0]?.status).toBe(401);
  });

  it('waits as long for either', async () => {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 5; round += 1) {
      const { username } = await door.person();
      for (const [kind, name] of [
        ['known', username],
        ['unknown', `ai-do-${round}`],
      ] as const) {
        const browser = door.browser();
        const { url } = await browser.open('/auth/login');
        const start = performance.now();
        await browser.submit(url, { username: name, password: WRONG });
        times[kind].push(performance.now() - start);
      }
    }
    const median = (all: number[]) => all.sort((a, b) => a - b)[2] ?? 0;
    const ratio = median(times.known) / median(times.unknown);
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  }, 30_000);

  it('is delayed alike for either', async () => {
    const { username } = await door.person();
    for (const name of [username, 'van-khong-co-ai']) {
      const browser = door.browser();
      const { url } = await browser.open('/auth/login');
      const statuses = [];
      for (let tries = 0; tries < 6; tries += 1) {
        statuses.push((await browser.submit(url, { username: name, password: WRONG })).status);
      }
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    }
  }, 30_000);
});

describe('Wrong passwords', () => {
  it('delay, and never lock: after the wait the right one opens', async () => {
    const { username, password } = await door.person();
    const browser = door.browser();
    const { url } = await browser.open('/auth/login');
    const tries = (typed: string) => browser.submit(url, { username, password: typed });
    for (let count = 0; count < 5; count += 1) await tries(WRONG);

    const early = await tries(password);
    expect(early.status).toBe(429);
    const wait = Number(early.headers.get('retry-after'));
    expect(wait).toBeGreaterThanOrEqual(1);
    expect(wait).toBeLessThanOrEqual(30);
    door.clock.set(new Date(door.clock.now().getTime() + wait * 1000));
    expect((await tries(password)).status).toBe(303);
  }, 30_000);

  it('from elsewhere do not keep out whoever has signed in with this browser before', async () => {
    const { username, password } = await door.person();
    const own = door.browser();
    await own.signIn(username, password);
    const flood = door.browser();
    const { url } = await flood.open('/auth/login');
    for (let count = 0; count < 6; count += 1)
      await flood.submit(url, { username, password: WRONG });

    own.cookies = own.cookies.filter(({ name }) => name === 'mb_known');
    expect(await own.signIn(username, password)).toBe(`${door.origin}/`);
  }, 30_000);

  it('sent at the same moment count, too', async () => {
    const { username } = await door.person();
    const browser = door.browser();
    const { url } = await browser.open('/auth/login');
    const many = Array.from({ length: 20 }, () =>
      browser.submit(url, { username, password: WRONG }),
    );
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
  }, 30_000);
});

describe('Pages of signing in', () => {
  it('allow no script, no frame, no cache, and are labelled', async () => {
    const { response, text } = await door.browser().open('/auth/login');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(text).not.toMatch(/<script|onfocus|style="/);
    expect(text).toMatch(/<label for="password">/);
  });

  it('serve their style and the font', async () => {
    for (const name of [
      'sign-in.css',
      'source-sans-3-vietnamese.woff2',
      'source-sans-3-latin.woff2',
    ]) {
      expect((await fetch(`${door.origin}/oidc/assets/${name}`)).status).toBe(200);
    }
  });

  it('of the provider show nothing of its inside when a request is wrong', async () => {
    const { response, text } = await door.browser().open('/oidc/authorize?client_id=nobody');
    expect(response.status).toBe(400);
    expect(text).toContain('Không thể tiếp tục đăng nhập');
    expect(text).not.toContain('invalid_client');
  });
});

describe('Demo accounts', () => {
  it('cannot be made in production, and production refuses a database that has one', async () => {
    const other = await createTestDatabase();
    const production = await runGateway(other.url, { mode: 'production' });
    const demo = { username: 'demo', password: 'hải quan minh bạch 2026', demo: true };
    await expect(production.signIn.ensureAccount(demo)).rejects.toMatchObject({
      code: 'DEMO_REFUSED',
    });
    await production.stop();

    const trial = await runGateway(other.url, { mode: 'demo' });
    await trial.signIn.ensureAccount(demo);
    await trial.signIn.ensureAccount({ ...demo, username: 'cua-rieng', demo: false });
    await trial.stop();
    const db = new pg.Client({ connectionString: other.url });
    await db.connect();
    const { rows } = await db.query(
      "SELECT username FROM signin.accounts WHERE password_hash NOT LIKE 'scrypt$32768$%'",
    );
    await db.end();
    // Everybody is told that one.
    expect(rows).toEqual([{ username: 'demo' }]);
    await expect(runGateway(other.url, { mode: 'production' })).rejects.toMatchObject({
      code: 'DEMO_REFUSED',
    });
    await other.drop();
  }, 20_000);
});
