import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let it_: RunningGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  it_ = await runGateway(database.url);
}, 30_000);

afterAll(async () => {
  await it_.stop();
  await database.drop();
});

describe('Signing in with a browser', () => {
  it('leads through the provider to where one wanted to go, and opens the API', async () => {
    const { username, password, sub } = await it_.person();
    const browser = it_.browser();

    const end = await browser.signIn(username, password, '/cases/V26-12345678-1');

    expect(new URL(end).pathname).toBe('/cases/V26-12345678-1');
    const answer = await browser.send('/api/intake/petitions?limit=5');
    expect(answer.status).toBe(200);
    const { url, headers } = it_.service.last;
    expect(url).toBe('/intake/petitions?limit=5');
    const token = String(headers.authorization).replace('Bearer ', '');
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({ iss: `${it_.origin}/oidc`, aud: 'minh-bach', sub });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(300);
  });

  it('answers in Vietnamese, and in English after the switch', async () => {
    const browser = it_.browser();
    const { text, url } = await browser.open('/auth/login');
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain('Tên đăng nhập');

    const english = await browser.open(`${url}?lang=en`);
    expect(english.text).toContain('<html lang="en">');
    expect(english.text).toContain('User name');
  });
});
