import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tokenHash } from '@minh-bach/sign-in';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { Sessions } from './auth/sessions.ts';
import { decodeJwt, decodeProtectedHeader } from 'jose';
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

describe('Signing in with a browser', () => {
  it('leads through the provider to where one wanted to go, and opens the API', async () => {
    const { username, password, sub } = await door.person();
    const browser = door.browser();

    const end = await browser.signIn(username, password, '/cases/V26-12345678-1');

    expect(new URL(end).pathname).toBe('/cases/V26-12345678-1');
    const answer = await browser.send('/api/intake/petitions?limit=5');
    expect(answer.status).toBe(200);
    const { url, headers } = door.service.last;
    expect(url).toBe('/intake/petitions?limit=5');
    const token = String(headers.authorization).replace('Bearer ', '');
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({ iss: `${door.origin}/oidc`, aud: 'minh-bach', sub });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(300);
  });

  it('answers in Vietnamese, and in English after the switch', async () => {
    const browser = door.browser();
    const { text, url } = await browser.open('/auth/login');
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain('Tên đăng nhập');

    const english = await browser.open(`${url}?lang=en`);
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('User name');
  });

  it('goes on with new tokens when the old ones end, fetched once for all requests at that moment', async () => {
    const { username, password } = await door.person();
    const browser = door.browser();
    await browser.signIn(username, password);
    const tokenSent = async () => {
      expect((await browser.send('/api/intake/x')).status).toBe(200);
      return door.service.last.headers.authorization;
    };
    const before = await tokenSent();
    const pool = new pg.Pool({ connectionString: database.url });
    const sessions = new Sessions(pool, door.secrets.sealKey, door.clock);
    const idHash = tokenHash(browser.cookie('mb-session')?.value ?? '');
    const expire = () => sessions.renew(idHash, async (tokens) => ({ ...tokens, expiresAt: 0 }));

    for (let round = 0; round < 2; round += 1) {
      await expire();
      const after = await Promise.all(Array.from({ length: 6 }, tokenSent));
      expect(new Set(after).size).toBe(1);
      expect(after[0]).not.toBe(before);
    }

    // A refresh token that comes twice was stolen from somebody: the sign-in is over.
    const stolen = (await expire())?.refreshToken;
    await tokenSent();
    await sessions.renew(idHash, async (tokens) => ({
      ...tokens,
      expiresAt: 0,
      ...(stolen === undefined ? {} : { refreshToken: stolen }),
    }));
    expect((await browser.send('/api/intake/x')).status).toBe(401);
    await pool.end();
  }, 20_000);
});
