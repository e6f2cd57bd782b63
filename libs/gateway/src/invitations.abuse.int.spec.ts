import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { fastify } from 'fastify';
import pg from 'pg';
import { BurstLog } from './http/burst-log.ts';
import { handleErrors } from './http/errors.ts';
import { invitationRoutes } from './invitations/routes.ts';
import type { Browser } from './specs/browser.ts';
import { FakeService } from './specs/fake-service.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let pool: pg.Pool;
let door: RunningGateway;
let administrator: Browser;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  door = await runGateway(database.url);
  const { username, password } = await door.person();
  administrator = door.browser();
  await administrator.signIn(username, password);
}, 30_000);
beforeEach(() => directorySays('administrator'));
afterAll(async () => {
  await door.stop();
  await pool.end();
  await database.drop();
});

/** What the directory answers of whoever asks; others of its posts are named by their role. */
const directorySays = (...roles: string[]) => {
  const name = { vi: 'Tên', en: 'Name' };
  const posts = roles.map((role) => ({
    post: `chq.${role}`,
    unit: 'CHQ',
    unitName: name,
    title: name,
    roles: [role],
  }));
  door.service.answer = () => ({ status: 200, body: { person: 'qt', name: 'Quản Trị', posts } });
};

/** Somebody of whom the gateway has heard. */
async function recorded({ issuer = door.signIn.issuer, subject = '', id = '' } = {}) {
  id ||= `nguoi-${(people += 1)}`;
  await door.gateway.handleDirectory({
    id: `m-${id}`,
    topic: 'directory.v1',
    type: 'DirectoryEntryChanged',
    data: {
      kind: 'person',
      id,
      name: 'Người Mới',
      issuer,
      subject: subject || `sub-${id}`,
      active: true,
    },
    source: { stream: `directory.person-${id}`, revision: 0, previous: null },
    correlationId: 'c',
    causationId: 'c',
    occurredAt: '2026-11-22T03:00:00Z',
  });
  return id;
}

async function invite(person: unknown, browser = administrator, headers = {}) {
  const response = await browser.send('/api/accounts/invitations', {
    method: 'POST',
    headers: {
      origin: door.origin,
      'x-minh-bach': '1',
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify({ person }),
  });
  const body = (await response.json()) as { url: string; code: string };
  return { status: response.status, ...body };
}

const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';
const password = 'ba con mèo ngồi trên mái';
const take = (url: string, username: string, path = '/oidc/invitation') =>
  door
    .browser()
    .submit(door.origin + path, { token: tokenOf(url), username, password, repeat: password });

describe('An invitation', () => {
  it('lets one person make the account that the directory knows, once', async () => {
    const person = await recorded();
    const { status, url } = await invite(person);
    expect(status).toBe(201);
    expect((await door.browser().open(url)).text).toContain('Tạo tài khoản của bạn');

    const answers = await Promise.all([take(url, 'nguoi-moi'), take(url, 'nguoi-khac')]);
    expect(answers.map((each) => each.status).sort()).toEqual([200, 404]);
    const made = await pool.query<{ sub: string; username: string }>(
      'SELECT sub, username FROM signin.accounts WHERE sub = $1',
      [`sub-${person}`],
    );
    expect(made.rowCount).toBe(1);
    const browser = door.browser();
    expect(await browser.signIn(made.rows[0]?.username ?? '', password)).toBe(`${door.origin}/`);
    expect((await door.browser().open(url)).response.status).toBe(404);
  }, 20_000);

  it('leaves a trace of who made it and when, and keeps the hash of its token only', async () => {
    const person = await recorded();
    const { url } = await invite(person);
    const { rows } = await pool.query<Record<string, unknown>>(
      'SELECT * FROM signin.one_time_links WHERE subject = $1',
      [`sub-${person}`],
    );
    expect(rows).toEqual([
      expect.objectContaining({ drawn_by: expect.any(String), drawn_at: door.clock.now() }),
    ]);
    expect(JSON.stringify(rows)).not.toContain(tokenOf(url));
  });

  it('is dead once a second one is made for the same person, and only then', async () => {
    const person = await recorded();
    const first = await invite(person);
    await invite(await recorded());
    await door.firstLink();
    expect((await door.browser().open(first.url)).response.status).toBe(200);
    const second = await invite(person);
    expect((await door.browser().open(first.url)).response.status).toBe(404);
    expect((await take(first.url, 'tre-mot-buoc')).status).toBe(404);
    expect((await take(second.url, 'dung-buoc')).status).toBe(200);
  });

  it('is dead after an hour', async () => {
    const { url } = await invite(await recorded());
    const now = door.clock.now();
    door.clock.set(new Date(now.getTime() + 61 * 60_000));
    expect((await take(url, 'qua-gio')).status).toBe(404);
    door.clock.set(now);
  });

  it('does not open the page of the first administrator, nor his link its own', async () => {
    const { url } = await invite(await recorded());
    expect((await take(url, 'leo-thang', '/oidc/first-administrator')).status).toBe(404);
    const first = await door.firstLink();
    expect((await take(first.url, 'xuong-thang')).status).toBe(404);
    expect((await take(`${door.origin}/?token=${'A'.repeat(43)}`, 'gia-mao')).status).toBe(404);
  });

  it('is not made for whoever has an account, whatever entry now names it', async () => {
    const { sub } = await door.person();
    for (const person of [await recorded({ subject: sub }), await recorded({ subject: sub })])
      expect(await invite(person)).toMatchObject({ status: 409, code: 'ACCOUNT_EXISTS' });
  });

  it('is not made for whoever had an account before the directory was pointed to another', async () => {
    const { sub } = await door.person();
    const id = await recorded({ subject: sub });
    for (const subject of ['thay-the-1', 'thay-the-2']) {
      await recorded({ id, subject });
      expect(await invite(id)).toMatchObject({ status: 409, code: 'ACCOUNT_EXISTS' });
    }
  });

  it('cannot be used once the account has come by another way', async () => {
    const person = await recorded();
    const { url } = await invite(person);
    await door.signIn.ensureAccount({ username: 'da-co', password, sub: `sub-${person}` });
    expect((await take(url, 'cuop-tai-khoan')).status).toBe(404);
  });

  it.each([
    ['nobody', 'khong-co-ai', 404, 'PERSON_UNKNOWN'],
    ['something that is no id', { $ne: 1 }, 400, 'BAD_REQUEST'],
    ['nothing', undefined, 400, 'BAD_REQUEST'],
  ])('is not made for %s', async (_, person, status, code) => {
    expect(await invite(person)).toMatchObject({ status, code });
  });

  it('is not made for whoever signs in elsewhere', async () => {
    const person = await recorded({ issuer: 'https://elsewhere.example' });
    expect(await invite(person)).toMatchObject({ code: 'PERSON_OF_ANOTHER_PROVIDER' });
  });
});

describe('Inviting', () => {
  it('is for an administrator, in the post that he wears', async () => {
    const person = await recorded();
    directorySays('head', 'operator', 'auditor');
    expect(await invite(person)).toMatchObject({ status: 403, code: 'ACTION_FORBIDDEN' });
    directorySays('head', 'administrator');
    const worn = (post: string) => invite(person, administrator, { 'x-acting-post': post });
    expect((await worn('chq.head')).status).toBe(403);
    expect((await worn('chq.administrator')).status).toBe(201);
    door.service.answer = () => ({ status: 403, body: {} });
    expect((await invite(person)).status).toBe(403);
    door.service.answer = () => ({ status: 503, body: {} });
    expect((await invite(person)).status).toBe(503);
  });

  it('is not for strangers, nor for a foreign page', async () => {
    const person = await recorded();
    expect((await invite(person, door.browser())).status).toBe(401);
    const foreign = { origin: 'https://evil.example' };
    expect((await invite(person, administrator, foreign)).status).toBe(403);
  });

  it('is limited in its rate', async () => {
    const statuses = [];
    for (let tries = 0; tries < 31; tries += 1)
      statuses.push((await invite('khong-co-ai', door.browser())).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

it('An external provider makes its accounts itself', async () => {
  const directory = new FakeService();
  directory.answer = door.service.answer;
  const at = await directory.start();
  const app = fastify();
  handleErrors(app, new BurstLog(app.log));
  const services = { directory: at, intake: at, triage: at, investigation: at, response: at };
  const identify = async () => ({ issuer: 'https://sso.example', subject: 'qt', accessToken: 't' });
  invitationRoutes(app, { pool, services, doorkeeper: { identify } });

  const payload = { person: await recorded() };
  const answer = await app.inject({
    method: 'POST',
    url: '/api/accounts/invitations',
    payload,
  });
  expect(answer.json()).toMatchObject({ status: 409, code: 'ACCOUNTS_ELSEWHERE' });
  await app.close();
  await directory.stop();
});
