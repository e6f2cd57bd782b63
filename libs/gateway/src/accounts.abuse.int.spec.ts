import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RecordFirstAdministrator } from '@minh-bach/sign-in';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;
const record = jest.fn<RecordFirstAdministrator>();

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url, { recordFirstAdministrator: record });
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

describe('The one-time link of the first administrator', () => {
  const form = {
    name: 'Người Quản Trị Đầu',
    username: 'quan-tri',
    password: 'ba con mèo ngồi trên mái',
    repeat: 'ba con mèo ngồi trên mái',
  };
  const address = () => `${door.origin}/oidc/first-administrator`;
  const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';

  it('works once, for whoever comes first, and that person can sign in', async () => {
    record.mockClear();
    const { url } = await door.signIn.oneTimeLink();
    const token = tokenOf(url);
    expect(token).toMatch(/^[\w-]{43}$/);
    const browser = door.browser();
    expect((await browser.open(url)).text).toContain('Tạo người quản trị đầu tiên');

    const answers = await Promise.all([
      browser.submit(address(), { ...form, token }),
      browser.submit(address(), { ...form, username: 'quan-tri-hai', token }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(record).toHaveBeenCalledTimes(1);
    expect(record.mock.calls[0]?.[0]).toMatchObject({
      name: form.name,
      issuer: door.signIn.issuer,
    });
    const { username } = record.mock.calls[0]?.[0] ?? { username: '' };
    expect(await door.browser().signIn(username, form.password)).toBe(`${door.origin}/`);

    expect((await browser.open(url)).response.status).toBe(404);
  }, 20_000);

  it('is dead after an hour, and as soon as a newer one is drawn', async () => {
    const old = await door.signIn.oneTimeLink();
    const newer = await door.signIn.oneTimeLink();
    const browser = door.browser();
    expect((await browser.open(old.url)).response.status).toBe(404);
    expect((await browser.open(newer.url)).response.status).toBe(200);
    door.clock.set(new Date(door.clock.now().getTime() + 61 * 60_000));
    expect((await browser.open(newer.url)).response.status).toBe(404);
    const answer = await browser.submit(address(), {
      ...form,
      username: 'muon',
      token: tokenOf(newer.url),
    });
    expect(answer.status).toBe(404);
  });

  it('still works when the directory could not record the person', async () => {
    const { url } = await door.signIn.oneTimeLink();
    record.mockRejectedValueOnce(new Error('directory is down'));
    const browser = door.browser();
    const fields = { ...form, username: 'quan-tri-ba', token: tokenOf(url) };
    expect((await browser.submit(address(), fields)).status).toBe(500);
    expect((await browser.submit(address(), fields)).status).toBe(200);
    const [failed, recorded] = record.mock.calls.slice(-2).map(([person]) => person.subject);
    expect(recorded).toBe(failed);
  });

  it.each([
    [{ password: 'ngắn quá', repeat: 'ngắn quá' }, 'ít nhất 15'],
    [{ repeat: 'một mật khẩu khác hẳn' }, 'không giống nhau'],
    [{ password: '111111111111111111', repeat: '111111111111111111' }, 'quá dễ đoán'],
    [{ password: 'quan-tri-bon của tôi', repeat: 'quan-tri-bon của tôi' }, 'chứa tên đăng nhập'],
    [{ username: 'có dấu' }, 'chữ không dấu'],
    [{ name: ' ' }, 'họ và tên'],
    [{ name: '<script>alert(1)</script>', username: '' }, '&lt;script&gt;'],
  ])('is not used up by a form that will not do: %o', async (change, says) => {
    const { url } = await door.signIn.oneTimeLink();
    const browser = door.browser();
    const fields = { ...form, username: 'quan-tri-bon', ...change, token: tokenOf(url) };
    const answer = await browser.submit(address(), fields);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(says);
    expect(text).not.toContain('<script');
    expect((await browser.open(url)).response.status).toBe(200);
  });

  it('speaks English to whoever asked it to, in its answers too', async () => {
    const { url } = await door.signIn.oneTimeLink();
    const browser = door.browser();
    expect((await browser.open(`${url}&lang=en`)).text).toContain('Create the first administrator');
    const answer = await browser.submit(address(), { ...form, name: '', token: tokenOf(url) });
    expect(await answer.text()).toContain('Enter the full name.');
  });

  it('is not taken from a foreign page', async () => {
    const { url } = await door.signIn.oneTimeLink();
    const answer = await door
      .browser()
      .submit(
        address(),
        { ...form, username: 'la', token: tokenOf(url) },
        { origin: 'https://evil.example' },
      );
    expect(answer.status).toBe(404);
  });
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
    await trial.stop();
    await expect(runGateway(other.url, { mode: 'production' })).rejects.toMatchObject({
      code: 'DEMO_REFUSED',
    });
    await other.drop();
  }, 20_000);
});
