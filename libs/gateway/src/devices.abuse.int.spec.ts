import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { hiddenFields } from './specs/browser.ts';
import type { Browser } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;
let db: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url);
  db = new pg.Pool({ connectionString: database.url, max: 1 });
}, 30_000);

afterAll(async () => {
  await db.end();
  await door.stop();
  await database.drop();
});

interface Device {
  readonly user_code: string;
  readonly device_code: string;
}

async function newDevice(): Promise<Device> {
  const body = new URLSearchParams({ client_id: 'mb', scope: 'openid' });
  const asked = await door.browser().send('/oidc/device/authorize', { method: 'POST', body });
  return (await asked.json()) as Device;
}

const token = (fields: Record<string, string>) =>
  door.browser().send('/oidc/token', {
    method: 'POST',
    body: new URLSearchParams({ client_id: 'mb', ...fields }),
  });
const tokensOf = ({ device_code }: Device) =>
  token({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code });

/** Types the code and agrees; signs nobody in. @returns where that led */
async function agree(browser: Browser, { user_code }: Device) {
  const page = await browser.open('/oidc/device');
  const typed = { ...hiddenFields(page.text), user_code };
  const confirm = await (await browser.submit('/oidc/device', typed)).text();
  const confirmed = await browser.submit('/oidc/device', hiddenFields(confirm));
  const end = await browser.open(confirmed.headers.get('location') ?? '/oidc/device');
  return { confirm, end: end.text };
}

describe('T22: what signing in left in the browser', () => {
  it('connects no device: each one asks for name and password', async () => {
    const { username, password } = await door.person();
    const browser = door.browser();
    const first = await newDevice();
    const done = await browser.connectDevice(first.user_code, username, password);
    expect(done).toContain('Đã nối thiết bị');
    expect(done).toContain(username);
    expect((await tokensOf(first)).status).toBe(200);

    const second = await newDevice();
    const { confirm, end } = await agree(browser, second);
    expect(confirm).toContain('thiết bị sẽ làm việc dưới tên người đăng nhập');
    expect(end).toContain('name="password"');
    const refused = await tokensOf(second);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: 'authorization_pending' });
  }, 20_000);

  it('connects no device after signing in to the pages, nor after signing out', async () => {
    const { username, password } = await door.person();
    const browser = door.browser();
    await browser.signIn(username, password);
    const thief = door.browser();
    thief.cookies = [...browser.cookies];
    expect((await agree(browser, await newDevice())).end).toContain('name="password"');

    const headers = { origin: door.origin, 'x-minh-bach': '1' };
    await browser.send('/auth/logout', { method: 'POST', headers });
    expect((await agree(thief, await newDevice())).end).toContain('name="password"');
  }, 20_000);

  it('names nobody: the provider keeps no session of anybody', async () => {
    const { username, password, sub } = await door.person();
    const browser = door.browser();
    await browser.signIn(username, password);
    await browser.connectDevice((await newDevice()).user_code, username, password);
    const kept = await db.query(
      "SELECT 1 FROM signin.oidc_models WHERE model = 'Session' AND account = $1",
      [sub],
    );
    expect(kept.rowCount).toBe(0);
  }, 20_000);

  it('ends no device that was connected: its tokens are renewed as before', async () => {
    const { username, password } = await door.person();
    const browser = door.browser();
    const device = await newDevice();
    await browser.connectDevice(device.user_code, username, password);
    const { refresh_token } = (await (await tokensOf(device)).json()) as { refresh_token: string };
    const renewed = await token({ grant_type: 'refresh_token', refresh_token });
    expect(renewed.status).toBe(200);
  }, 20_000);
});

describe('T22: two people at one browser', () => {
  it('sign in one after the other, each as themselves', async () => {
    const browser = door.browser();
    for (const { username, password, sub } of [await door.person(), await door.person()]) {
      // The one before has gone without signing out, and the gateway's session is over.
      browser.cookies = browser.cookies.filter(({ name }) => name !== 'mb-session');
      expect(new URL(await browser.signIn(username, password, '/triage')).pathname).toBe('/triage');
      await browser.send('/api/intake/x');
      expect(subjectOf(String(door.service.last.headers.authorization))).toBe(sub);

      const device = await newDevice();
      expect(await browser.connectDevice(device.user_code, username, password)).toContain(username);
      const { access_token } = (await (await tokensOf(device)).json()) as { access_token: string };
      expect(subjectOf(access_token)).toBe(sub);
    }
  }, 20_000);
});

const subjectOf = (jwt: string): unknown =>
  (JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as { sub?: unknown })
    .sub;

describe('The pages of devices, opened without the cookies of a flow', () => {
  it.each([
    ['an end that never began', { to: '/oidc/device/aaaaaaaaaaaa' }],
    [
      'a code from nowhere',
      { to: '/oidc/device', method: 'POST', body: new URLSearchParams({ user_code: 'x' }) },
    ],
  ])('answer %s with a page in both languages', async (_what, { to, ...visit }) => {
    for (const [language, words] of [
      ['vi', 'đã hết hạn'],
      ['en', 'has expired'],
    ]) {
      const answer = await door.browser().send(`${to}?lang=${language}`, visit);
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('x-frame-options')).toBe('DENY');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const text = await answer.text();
      expect(text).toContain(words);
      expect(text).not.toContain('persist');
    }
  });
});
