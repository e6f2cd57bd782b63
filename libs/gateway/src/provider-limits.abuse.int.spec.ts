import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { hiddenFields } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;
let db: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  // The test stands where a proxy stands, so that it can come from several addresses.
  door = await runGateway(database.url, { trustedProxies: ['127.0.0.1'] });
  db = new pg.Pool({ connectionString: database.url, max: 2 });
}, 30_000);

afterAll(async () => {
  await db.end();
  await door.stop();
  await database.drop();
});

let last = 0;
let headers: Record<string, string>;
/** Each test comes from an address of its own. */
beforeEach(() => {
  last += 1;
  headers = { 'x-forwarded-for': `203.0.113.${last}` };
});

const rows = async (model: string) =>
  Number(
    (
      await db.query<{ n: string }>(
        'SELECT count(*) AS n FROM signin.oidc_models WHERE model = $1 AND account IS NULL',
        [model],
      )
    ).rows[0]?.n,
  );
const statuses = async (count: number, send: () => Promise<Response>) => {
  const found: number[] = [];
  while (found.length < count)
    found.push(
      ...(await Promise.all(Array.from({ length: 20 }, send))).map(({ status }) => status),
    );
  return found;
};
const authorize = async () => {
  const answer = await door.browser().send('/auth/login', { headers });
  return answer.headers.get('location') ?? '';
};
const newDevice = () =>
  door.browser().send('/oidc/device/authorize', {
    method: 'POST',
    headers,
    body: new URLSearchParams({ client_id: 'mb', scope: 'openid' }),
  });

describe('T23: requests to the provider that nobody finishes', () => {
  it('are limited by address, and leave no more than a bounded number of rows', async () => {
    const url = await authorize();
    const send = () => door.browser().send(url, { headers });
    const found = await statuses(400, send);
    expect(found.filter((status) => status === 303).length).toBe(300);
    expect(found.filter((status) => status === 429).length).toBe(100);

    // The next address is let in, whatever the one before did.
    headers = { 'x-forwarded-for': '198.51.100.1' };
    expect((await send()).status).toBe(303);
  }, 120_000);

  it('of one network give up their oldest, and nobody else’s', async () => {
    const url = await authorize();
    const before = await rows('Interaction');
    // An address of a /64 each: one subscriber has them all.
    let n = 0;
    await statuses(360, () => {
      n += 1;
      return door.browser().send(url, { headers: { 'x-forwarded-for': `2001:db8:1:2::${n % 9}` } });
    });
    expect((await rows('Interaction')) - before).toBe(300);
    expect(await rows('Session')).toBeLessThanOrEqual(2 * 300 + 2);
  }, 120_000);

  it('are refused when they are long: what is kept has a bounded size', async () => {
    const url = await authorize();
    const long = await door.browser().send(`${url}&x=${'y'.repeat(3_000)}`, { headers });
    expect(long.status).toBe(414);
    expect(await long.text()).toContain('Không thể tiếp tục đăng nhập');
    const body = new URLSearchParams({ client_id: 'mb', scope: 'x'.repeat(9_000) });
    const posted = await door
      .browser()
      .send('/oidc/device/authorize', { method: 'POST', headers, body });
    expect(posted.status).toBe(413);
  });

  it.each(['/oidc/Authorize', '/oidc/authorize/', '/oidc/AUTHORIZE', '/oidc/Device', '/oidc/x'])(
    'have one spelling: %s is not there',
    async (path) => {
      const url = new URL(await authorize());
      const answer = await door.browser().send(path + url.search, { headers });
      expect(answer.status).toBe(404);
    },
  );

  it('for devices are limited by address', async () => {
    const found = await statuses(40, newDevice);
    expect(found.filter((status) => status === 200).length).toBe(30);
    expect(found.filter((status) => status === 429).length).toBe(10);
  });
});

describe('T23: who has no limit', () => {
  const ask = (path: string, user: string) =>
    door.browser().send(path, {
      method: 'POST',
      headers: { ...headers, authorization: `Basic ${Buffer.from(user).toString('base64')}` },
      body: new URLSearchParams({ token: 'x', grant_type: 'refresh_token', refresh_token: 'x' }),
    });

  it.each(['/oidc/token', '/oidc/revoke'])(
    'is the gateway by its secret, nobody by its name: %s',
    async (path) => {
      const named = await statuses(620, () => ask(path, 'minh-bach-gateway:guess'));
      expect(named.filter((status) => status === 429).length).toBe(20);
      const { gatewayClientSecret } = door.secrets;
      const own = await ask(path, `minh-bach-gateway:${gatewayClientSecret}`);
      expect(own.status).not.toBe(429);
    },
    120_000,
  );
});

describe('T31: tracking', () => {
  const track = (address: string) =>
    door.browser().send('/api/track', {
      method: 'POST',
      headers: {
        'x-forwarded-for': address,
        origin: door.origin,
        'x-minh-bach': '1',
        'content-type': 'application/json',
      },
      body: '{}',
    });

  it('is shared by network: one subscriber has all addresses of a /64', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    door.service.hold = () => held;
    const before = door.service.busy;
    const all = Array.from({ length: 24 }, (_, n) => track(`2001:db8:7:7::${n + 1}`));
    const settled = Promise.all(all);
    // Four at once and eight that wait: the others are told.
    await Promise.race(all);
    expect(door.service.busy - before).toBeLessThanOrEqual(4);
    letGo();
    door.service.hold = async () => undefined;
    const told = (await settled).map(({ status }) => status);
    expect(told.filter((status) => status === 503).length).toBeGreaterThanOrEqual(12);
  }, 30_000);

  it('is counted by network', async () => {
    let n = 0;
    const found = await statuses(80, () => track(`2001:db8:8:8::${(n += 1) % 50}`));
    expect(found.filter((status) => status === 429).length).toBe(20);
  }, 30_000);
});

describe('Guesses of a device code', () => {
  const codeOf = async () =>
    ((await (await newDevice()).json()) as { user_code: string }).user_code;

  it('are slowed and then refused, by address, and counted', async () => {
    const browser = door.browser();
    const counted = door.signIn.figures.wrongCodes;
    // The page's guard changes with each answer.
    const type = async (code: string, by = headers) => {
      const { text } = await browser.open('/oidc/device');
      const fields = { ...hiddenFields(text), user_code: code };
      return browser.submit('/oidc/device', fields, by);
    };

    for (let n = 0; n < 10; n += 1) {
      const wrong = await type('BBBB-BBBB');
      expect(await wrong.text()).toContain('Mã không đúng');
    }
    const refused = await type('BBBB-BBBB');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.text()).toContain('Đã nhập sai mã nhiều lần');
    expect(door.signIn.figures.wrongCodes - counted).toBe(10);

    // Someone else's right code is taken at once, and one's own after the wait.
    const right = await codeOf();
    const elsewhere = await type(right, { 'x-forwarded-for': '198.51.100.77' });
    expect(await elsewhere.text()).toContain('Xác nhận nối thiết bị');
    door.clock.set(new Date(door.clock.now().getTime() + 2_000));
    expect(await (await type(right)).text()).toContain('Xác nhận nối thiết bị');
  }, 60_000);
});

describe('T31: a link that carries the code of a device', () => {
  it.each(['user_code', 'user%5Fcode', 'user%5fcode', '%75ser_code', 'USER_CODE'])(
    'opens a page without it, however its name is spelt: %s',
    async (name) => {
      const { user_code: code } = (await (await newDevice()).json()) as { user_code: string };
      const page = await door.browser().send(`/oidc/device?${name}=${code}`, { headers });
      const text = await page.text();
      expect([page.status, text.includes('name="user_code"')]).toEqual([200, true]);
      expect(text).not.toContain(code);
    },
  );
});

// Last: it leaves nothing of this minute to others.
describe('T23: codes for devices', () => {
  it('are limited over all addresses, too', async () => {
    let n = 0;
    const found = await statuses(400, () => {
      headers = { 'x-forwarded-for': `192.0.${2 + (n >> 8)}.${(n += 1) & 255}` };
      return newDevice();
    });
    const taken = found.filter((status) => status === 200).length;
    // Some of this minute may have gone to the tests before; a minute may end in between.
    expect(taken).toBeGreaterThanOrEqual(200);
    expect(found.filter((status) => status === 429).length).toBe(400 - taken);
    expect(taken).toBeLessThan(400);
    const { status, headers: told } = await newDevice();
    expect([status, Number(told.get('retry-after')) > 0]).toEqual([429, true]);
  }, 60_000);
});
