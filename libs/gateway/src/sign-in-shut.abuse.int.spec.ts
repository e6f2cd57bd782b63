import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import { Browser } from './specs/browser.ts';
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

/** A browser behind the address of one office. */
class Desk extends Browser {
  constructor(
    origin: string,
    readonly address: string,
  ) {
    super(origin);
  }

  override send(...[to, visit = {}]: Parameters<Browser['send']>): Promise<Response> {
    const headers = { 'x-forwarded-for': this.address, ...visit.headers };
    return super.send(to, { ...visit, headers });
  }
}

let last = 0;
let office: string;
/** Each test has an office of its own. */
beforeEach(() => {
  last += 1;
  office = `203.0.113.${last}`;
});
const desk = (of = door) => new Desk(of.origin, office);

/** Somebody who signed in at this desk on an earlier day, so that only that is left of it. */
async function knownDesk(of = door) {
  const person = await door.person();
  const browser = desk(of);
  await browser.signIn(person.username, person.password);
  keepKnown(browser);
  return { browser, ...person };
}
function keepKnown(browser: Browser) {
  browser.cookies = browser.cookies.filter(({ name }) => name === 'mb_known');
  expect(browser.cookies).toHaveLength(1);
}

const FORM = { method: 'POST', body: new URLSearchParams({ username: 'ai-do', password: 'x' }) };
const send = async (path: string, count: number, by = () => desk(), visit = {}) => {
  const statuses: number[] = [];
  while (statuses.length < count)
    statuses.push(
      ...(await Promise.all(Array.from({ length: 20 }, () => by().send(path, visit)))).map(
        ({ status }) => status,
      ),
    );
  return statuses;
};
const authorizeUrl = async () =>
  (await desk().send('/auth/login')).headers.get('location')?.slice(door.origin.length) ?? '';

/** Whatever an anonymous visitor can repeat, at each step of a sign-in, until the address is refused. */
async function shutOut() {
  const spent = [
    await send(await authorizeUrl(), 320),
    await send('/oidc/interaction/nobody-began-it', 140, undefined, FORM),
    await send('/oidc/authorize/nobody-began-it', 320),
  ];
  for (const statuses of spent) expect(statuses.at(-1)).toBe(429);
}

describe('T34: an anonymous visitor at the address of an office', () => {
  it.each(['/auth/login', '/auth/callback', '/auth/callback?code=x&state=y'])(
    'who asks for %s 400 times shuts it for nobody',
    async (path) => {
      const { username, password } = await door.person();
      expect(await send(path, 400)).not.toContain(429);
      // Not even for a browser that nobody knows.
      expect(await desk().signIn(username, password)).toBe(`${door.origin}/`);
    },
    60_000,
  );

  it('who spends each step of a sign-in shuts it for no device that is known', async () => {
    const [one, other] = [await knownDesk(), await knownDesk()];
    await shutOut();
    for (const { browser, username, password } of [one, other])
      expect(await browser.signIn(username, password)).toBe(`${door.origin}/`);

    // Others there wait, and are told for how long.
    const refused = await desk().send(await authorizeUrl());
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  }, 60_000);

  it('who brings back made-up codes does not end a sign-in that was begun', async () => {
    const { username, password } = await door.person();
    const browser = desk();
    const { url } = await browser.open('/auth/login');
    const answer = await browser.submit(url, { username, password });
    const back = await browser.send(answer.headers.get('location') ?? '');

    await send('/auth/callback?code=x&state=y', 400, () => {
      const liar = desk();
      liar.cookies = [{ name: 'mb-login', value: 'made-up', path: '/', flags: '' }];
      return liar;
    });
    const done = await browser.send(back.headers.get('location') ?? '');
    expect([done.status, done.headers.get('location')]).toEqual([303, '/']);
  }, 60_000);

  it('who brings the same begun sign-in back again and again is refused alone', async () => {
    const thief = desk();
    await thief.send('/auth/login');
    const { cookies } = thief;
    const again = () => Object.assign(desk(), { cookies });
    const statuses = await send('/auth/callback?code=x&state=y', 20, again);
    expect(statuses.filter((status) => status !== 429)).toHaveLength(3);

    const { username, password } = await door.person();
    expect(await desk().signIn(username, password)).toBe(`${door.origin}/`);
  }, 60_000);
});

describe('T34: a page of another site', () => {
  /** `fetch` would put a mode of its own in place of ours. */
  async function load(url: string, says: Record<string, string>) {
    const headers = { 'x-forwarded-for': office, ...says };
    const { hostname: host, port, pathname, search } = new URL(url, door.origin);
    const asked = request({ host, port, path: pathname + search, headers }).end();
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    answer.resume();
    return { status: answer.statusCode, cookies: answer.headers['set-cookie'] ?? [] };
  }
  const fetchMetadata = (site: string, mode: string, dest?: string) => ({
    'sec-fetch-site': site,
    'sec-fetch-mode': mode,
    ...(dest === undefined ? {} : { 'sec-fetch-dest': dest }),
  });

  it.each([
    ['image', fetchMetadata('cross-site', 'no-cors', 'image')],
    ['image of an older browser', fetchMetadata('cross-site', 'no-cors')],
    ['frame', fetchMetadata('cross-site', 'navigate', 'iframe')],
    [
      'page fetched in advance',
      { ...fetchMetadata('cross-site', 'navigate', 'document'), 'sec-purpose': 'prefetch' },
    ],
    ['script of ours', fetchMetadata('same-origin', 'cors', 'empty')],
  ])(
    'begins nothing, and spends nothing: %s',
    async (_, says) => {
      const { username, password } = await door.person();
      const start = await authorizeUrl();
      for (const path of ['/auth/login', '/auth/callback?code=x', start, '/oidc/device'])
        expect([path, await load(path, says)]).toEqual([path, { status: 403, cookies: [] }]);

      for (let n = 0; n < 16; n += 1)
        await Promise.all(Array.from({ length: 20 }, () => load(start, says)));
      expect(await desk().signIn(username, password)).toBe(`${door.origin}/`);
    },
    60_000,
  );

  it('may link to the sign-in, as a mail does', async () => {
    const says = fetchMetadata('cross-site', 'navigate', 'document');
    for (const path of ['/auth/login', await authorizeUrl()])
      expect((await load(path, says)).status).toBe(303);
  });
});

describe('T34: a device that is known', () => {
  it('has its own bound: what it spends, no other device lacks', async () => {
    const [one, other] = [await knownDesk(), await knownDesk()];
    const mine = () => Object.assign(desk(), { cookies: [...one.browser.cookies] });
    const statuses = await send(await authorizeUrl(), 320, mine);
    expect(statuses.at(-1)).toBe(429);
    expect(await other.browser.signIn(other.username, other.password)).toBe(`${door.origin}/`);
    expect((await desk().send(await authorizeUrl())).status).toBe(303);
  }, 60_000);

  it('is known by whoever of several people signs in there', async () => {
    const { browser } = await knownDesk();
    const device = () => browser.cookie('mb_known')?.value.split('.')[0];
    const before = device();
    const colleague = await door.person();
    await browser.signIn(colleague.username, colleague.password);
    expect(device()).toBe(before);
  });

  it('cannot be made up', async () => {
    const { browser } = await knownDesk();
    const [id = '', mac = '', macOfName = ''] = browser.cookie('mb_known')?.value.split('.') ?? [];
    const forged = [
      `${'A'.repeat(43)}.${mac}.${macOfName}`,
      `${id}.${macOfName}.${mac}`,
      `${id}.${macOfName}.${macOfName}`,
      `${id}..`,
      `${id}.${macOfName}`,
      `${id.slice(1)}.${mac}.${macOfName}`,
    ];
    const start = await authorizeUrl();
    await send(start, 300);
    for (const value of forged) {
      const liar = desk();
      liar.cookies = [{ name: 'mb_known', value, path: '/oidc', flags: '' }];
      expect((await liar.send(start)).status).toBe(429);
    }
    expect((await browser.send(start)).status).toBe(303);
  }, 60_000);

  it('stays known after a restart, and at another gateway', async () => {
    const { browser, username, password } = await knownDesk();
    const { secrets } = door;
    const again = await runGateway(database.url, { trustedProxies: ['127.0.0.1'], secrets });
    try {
      const start = (await desk(again).send('/auth/login')).headers.get('location') ?? '';
      expect((await send(start, 320, () => desk(again))).at(-1)).toBe(429);
      const there = Object.assign(desk(again), { cookies: browser.cookies });
      expect(await there.signIn(username, password)).toBe(`${again.origin}/`);
    } finally {
      await again.stop();
    }
  }, 60_000);

  it('loses none of the sign-ins it began to those that others leave behind', async () => {
    const { browser } = await knownDesk();
    await db.query('DELETE FROM signin.oidc_models');
    await browser.open('/auth/login');
    await desk().open('/auth/login');
    const { rows } = await db.query(
      `SELECT DISTINCT caller FROM signin.oidc_models WHERE model = 'Interaction'`,
    );
    expect(rows).toHaveLength(2);
  });

  it('says nothing of who signed in there', async () => {
    const { browser, username, sub } = await knownDesk();
    const { value = '', flags = '' } = browser.cookie('mb_known') ?? {};
    for (const text of [value, ...value.split('.').map((part) => atob(part.replace(/[-_]/g, 'A')))])
      for (const name of [username, sub]) expect(text).not.toContain(name);
    // Lax: a link in a mail that leads to the sign-in brings it along.
    expect(flags).toMatch(/HttpOnly; SameSite=Lax/);
  });
});
