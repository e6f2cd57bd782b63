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

async function signedIn() {
  const person = await door.person();
  const browser = door.browser();
  await browser.signIn(person.username, person.password);
  return { ...person, browser };
}

const ours = () => ({ origin: door.origin, 'x-minh-bach': '1' });
const minutes = (count: number) => count * 60_000;

describe('The session cookie', () => {
  it('is for this site only, out of reach of scripts, and holds nothing but a random value', async () => {
    const { browser, sub } = await signedIn();
    const cookie = browser.cookie('mb-session');

    expect(cookie?.flags).toBe('; Path=/; HttpOnly; SameSite=Strict');
    expect(cookie?.value).toMatch(/^[\w-]{43}$/);
    expect(cookie?.value).not.toContain(sub);
  });

  it('is not kept in the database, nor are tokens that would open anything', async () => {
    const { browser } = await signedIn();
    await browser.send('/api/intake/x');
    const token = String(door.service.last.headers.authorization).replace('Bearer ', '');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const dump: string[] = [];
    for (const table of ['sessions', 'oidc_models', 'accounts', 'attempts', 'one_time_links']) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT t::text AS row FROM signin.${table} t`,
      );
      dump.push(...rows.map(({ row }) => row));
    }
    await client.end();
    const bytes = dump.join('\n');

    for (const secret of [browser.cookie('mb-session')?.value ?? '?', token, 'một câu đủ dài']) {
      expect(bytes).not.toContain(secret);
      expect(bytes).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('planted before signing in does not become the session (fixation)', async () => {
    const person = await door.person();
    const browser = door.browser();
    const planted = 'A'.repeat(43);
    browser.cookies.push({ name: 'mb-session', value: planted, path: '/', flags: '' });
    await browser.signIn(person.username, person.password);

    expect(browser.cookie('mb-session')?.value).not.toBe(planted);
    const thief = await door
      .browser()
      .send('/api/intake/x', { headers: { cookie: `mb-session=${planted}` } });
    expect(thief.status).toBe(401);
  });

  it('sent twice counts as none', async () => {
    const { browser } = await signedIn();
    const value = browser.cookie('mb-session')?.value;
    const twice = { cookie: `mb-session=${value}; mb-session=${'B'.repeat(43)}` };
    expect((await door.browser().send('/api/intake/x', { headers: twice })).status).toBe(401);
  });
});

describe('A session ends', () => {
  it('at sign-out, at once, and its old cookie and the provider session open nothing', async () => {
    const { browser } = await signedIn();
    const stolen = [...browser.cookies];
    const answer = await browser.send('/auth/logout', { method: 'POST', headers: ours() });
    expect(await answer.json()).toEqual({ next: '/' });
    expect(answer.headers.get('clear-site-data')).toContain('storage');
    expect(browser.cookie('mb-session')).toBeUndefined();

    const thief = door.browser();
    thief.cookies = stolen;
    expect((await thief.send('/api/intake/x')).status).toBe(401);
    expect((await thief.open('/auth/login')).text).toContain('name="password"');
  });

  it('after 30 minutes without a request, not before', async () => {
    const { browser } = await signedIn();
    const start = door.clock.now().getTime();
    door.clock.set(new Date(start + minutes(29)));
    expect((await browser.send('/api/intake/x')).status).toBe(200);
    door.clock.set(new Date(start + minutes(29 + 31)));
    expect((await browser.send('/api/intake/x')).status).toBe(401);
  });

  it('after 30 minutes with nobody there, though its page goes on asking by itself', async () => {
    const { browser } = await signedIn();
    const start = door.clock.now().getTime();
    const headers = { 'x-minh-bach-background': '1' };
    for (const at of [10, 20, 29]) {
      door.clock.set(new Date(start + minutes(at)));
      expect((await browser.send('/api/intake/x', { headers })).status).toBe(200);
    }
    door.clock.set(new Date(start + minutes(31)));
    expect((await browser.send('/api/intake/x', { headers })).status).toBe(401);
  });

  it('after 10 hours, however busy', async () => {
    const { browser } = await signedIn();
    const start = door.clock.now().getTime();
    for (let at = 20; at < 600; at += 20) {
      door.clock.set(new Date(start + minutes(at)));
      expect((await browser.send('/api/intake/x')).status).toBe(200);
    }
    door.clock.set(new Date(start + minutes(601)));
    expect((await browser.send('/api/intake/x')).status).toBe(401);
  });

  it('when its right is revoked, on every device', async () => {
    const person = await door.person();
    const [desk, phone] = [door.browser(), door.browser()];
    await desk.signIn(person.username, person.password);
    await phone.signIn(person.username, person.password);

    await door.gateway.endSessions(door.signIn.issuer, person.sub);

    expect((await desk.send('/api/intake/x')).status).toBe(401);
    expect((await phone.send('/api/intake/x')).status).toBe(401);
  });

  it('when the same person opens a fourth one: the oldest', async () => {
    const person = await door.person();
    const browsers = [door.browser(), door.browser(), door.browser(), door.browser()];
    for (const browser of browsers) {
      await browser.signIn(person.username, person.password);
      door.clock.set(new Date(door.clock.now().getTime() + 1000));
    }

    const statuses = await Promise.all(
      browsers.map(async (each) => (await each.send('/api/intake/x')).status),
    );
    expect(statuses).toEqual([401, 200, 200, 200]);
  });
});
