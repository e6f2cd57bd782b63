import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import type { Browser } from './specs/browser.ts';
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

async function signedIn() {
  const person = await door.person();
  const browser = door.browser();
  await browser.signIn(person.username, person.password);
  return { ...person, browser };
}

describe('A foreign page', () => {
  const attempts = [
    {
      name: 'a form',
      headers: {
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
    },
    {
      name: 'our header from a foreign origin',
      headers: { origin: 'https://evil.example', 'x-minh-bach': '1' },
    },
    { name: 'no origin', headers: { 'x-minh-bach': '1' } },
    { name: 'the origin null', headers: { origin: 'null', 'x-minh-bach': '1' } },
    { name: 'our origin without our header', headers: {} },
    {
      name: 'another site by fetch metadata',
      headers: { 'sec-fetch-site': 'cross-site', 'x-minh-bach': '1' },
    },
    { name: 'a bearer token beside the cookie', headers: { authorization: 'Bearer a.b.c' } },
  ];

  let browser: Browser;
  beforeAll(async () => {
    ({ browser } = await signedIn());
  });

  it.each(attempts)('changes nothing by $name', async ({ headers }) => {
    const before = door.service.seen.length;
    const origin =
      'origin' in headers || headers['x-minh-bach'] === '1' ? {} : { origin: door.origin };
    const all: Record<string, string> = { ...origin, ...headers };
    const answer = await browser.send('/api/intake/petitions', {
      method: 'POST',
      headers: all,
      body: '{}',
    });

    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'CROSS_SITE' });
    expect(door.service.seen).toHaveLength(before);
    const out = await browser.send('/auth/logout', { method: 'POST', headers: all });
    expect(out.status).toBe(403);
  });

  it('does not finish a sign-in that it began elsewhere (login CSRF)', async () => {
    const attacker = door.browser();
    const { username, password } = await door.person();
    const { url } = await attacker.open('/auth/login');
    const submitted = await attacker.submit(url, { username, password });
    const resume = await attacker.send(submitted.headers.get('location') ?? '');
    const callback = resume.headers.get('location') ?? '';
    expect(callback).toContain('/auth/callback?code=');

    const victim = door.browser();
    expect((await victim.send(callback)).status).toBe(400);
    expect(victim.cookie('mb-session')).toBeUndefined();
  });

  it('cannot send anyone elsewhere by signing in', async () => {
    const { username, password } = await door.person();
    for (const to of [
      '//evil.example',
      'https://evil.example/',
      '/\\evil.example',
      '/api/intake/x',
      'javascript:1',
    ]) {
      const end = await door.browser().signIn(username, password, to);
      expect(end).toBe(`${door.origin}/`);
    }
  }, 20_000);
});
