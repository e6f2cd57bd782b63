import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { hiddenFields } from './specs/browser.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url, { trustedProxies: ['127.0.0.1'] });
}, 30_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
});

/** Grows from 1 to 3 signs when composed. */
const GROWS = '\u{fb2c}';
const FORM = 'application/x-www-form-urlencoded';

/** Bodies in place of name and password. */
const bodies = (rest: string): [string, string, string][] => [
  ['a NUL in the name', FORM, `${rest}&username=a%00b&name=a%00b&password=x&repeat=x`],
  ['lone surrogates', FORM, `${rest}&username=%ED%A0%80&name=%ED%A0%80&password=%ED%B0%80`],
  ['broken encoding', FORM, `${rest}&username=%&name=%zz&password=%ff%fe`],
  [
    'a long name',
    FORM,
    `${rest}&username=${'a'.repeat(9_000)}&name=${'b'.repeat(5_000)}&password=x`,
  ],
  [
    'a name that grows',
    FORM,
    `${rest}&username=${GROWS.repeat(99)}&name=${GROWS.repeat(119)}&password=x`,
  ],
  ['fields twice', FORM, `${rest}&username=a&username=b&name=a&name=b&password=c&password=d`],
  ['names of prototypes', FORM, `${rest}&__proto__=x&constructor=y&toString=z`],
  ['nothing', FORM, ''],
  ['a large body', FORM, `${rest}&username=${'a'.repeat(20_000)}`],
  ['JSON', 'application/json', '{"username":{"$gt":""},"password":["x"]}'],
  ['another type', 'text/plain', 'username=a'],
  ['a type that is none', 'x', 'username=a'],
];

describe('Forms of signing in, whatever is sent', () => {
  const CASES = bodies('').map(([what]) => what);
  let turn = 0;

  async function answers(path: string, what: string, rest: string, cookies?: string) {
    const [, type, body] = bodies(rest).find(([name]) => name === what) ?? ['', FORM, ''];
    turn += 1;
    const answer = await fetch(new URL(path, door.origin), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': type,
        origin: door.origin,
        'x-forwarded-for': `203.0.113.${turn}`,
        ...(cookies === undefined ? {} : { cookie: cookies }),
      },
      body,
    });
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      text: await answer.text(),
    };
  }
  const isPageOrProblem = (answer: Awaited<ReturnType<typeof answers>>) => {
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.type).toMatch(/^(text\/html; ?charset=utf-8|application\/(problem\+)?json)/);
    expect(answer.text).not.toMatch(/\bat .*\.ts|Error:|\u0000/);
  };

  it.each(CASES)('the page of signing in refuses %s', async (what) => {
    const browser = door.browser();
    const { url } = await browser.open('/auth/login');
    const cookies = browser.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    isPageOrProblem(await answers(url, what, '', cookies));
  });

  it.each(CASES)('a one-time link refuses %s, and still works', async (what) => {
    const [link] = await door.signIn.firstLinks(1);
    const url = link?.url ?? '';
    const token = new URL(url).searchParams.get('token') ?? '';
    isPageOrProblem(await answers('/oidc/first-administrator', what, `token=${token}`));
    expect((await door.browser().open(url)).response.status).toBe(200);
  });

  it.each(CASES)('the page of devices refuses %s', async (what) => {
    const browser = door.browser();
    const { text } = await browser.open('/oidc/device');
    const cookies = browser.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const xsrf = hiddenFields(text)['xsrf'] ?? '';
    const answer = await answers('/oidc/device', what, `user_code=%00%ff&xsrf=${xsrf}`, cookies);
    // A wrong code is told on the form itself.
    expect([200, 400, 413, 415]).toContain(answer.status);
    expect(answer.text).not.toMatch(/\bat .*\.ts|Error:|\u0000/);
  });

  it.each([
    'uid',
    '/oidc/interaction/%00',
    '/oidc/interaction/x?lang=%00',
    '/auth/callback?code=%00&state=%ff',
  ])('an address that leads nowhere is told: %s', async (path) => {
    const answer = await fetch(new URL(path, `${door.origin}/oidc/interaction/`), {
      redirect: 'manual',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });

  it('too many requests from one address get a page, in the language that was chosen', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.9', cookie: 'mb_lang=en' };
    const send = () =>
      fetch(`${door.origin}/oidc/interaction/x`, {
        method: 'POST',
        headers: { ...headers, 'content-type': FORM },
        body: 'username=a',
      });
    const found = await Promise.all(Array.from({ length: 130 }, send));
    const refused = found.filter(({ status }) => status === 429);
    expect(refused.length).toBe(10);
    expect(refused[0]?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused[0]?.text()).toContain('Too many requests');
  });
});
