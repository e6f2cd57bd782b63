import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { forEachService } from '@minh-bach/contracts';
import { BurstLog } from '@minh-bach/kernel';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { fastify } from 'fastify';
import pg from 'pg';
import { handleErrors } from './http/errors.ts';
import { BURST_MS } from './http/limits.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { Services } from './proxy/services.ts';
import type { Browser } from './specs/browser.ts';
import { FakeService } from './specs/fake-service.ts';
import { Inviting, PASSWORD } from './specs/inviting.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let pool: pg.Pool;
let door: RunningGateway;
let inviting: Inviting;
let administrator: Browser;
let second: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  door = await runGateway(database.url);
  inviting = new Inviting(door);
  administrator = await inviting.staff('quan');
  second = await inviting.staff('linh');
}, 30_000);
afterAll(async () => {
  await door.stop();
  await pool.end();
  await database.drop();
});

const recorded: Inviting['recorded'] = (entry) => inviting.recorded(entry);
const invite = (person: unknown, by = administrator, headers = {}) =>
  inviting.invite(person, by, headers);
/** Both halves, each by an administrator of its own. */
const invited = async (person: string) => {
  const { status, url } = await invite(person);
  return { status, url, code: (await inviting.code(person, second)).code };
};
const take: Inviting['take'] = (...of) => inviting.take(...of);

describe('An invitation', () => {
  it('lets one person make the account that the directory knows, once', async () => {
    const person = await recorded();
    const { status, url, code } = await invited(person);
    expect(status).toBe(201);
    expect((await door.browser().open(url)).text).toContain('Tạo tài khoản của bạn');

    const answers = await Promise.all([
      take(url, 'nguoi-moi', code),
      take(url, 'nguoi-khac', code),
    ]);
    expect(answers.map((each) => each.status).sort()).toEqual([200, 404]);
    const made = await pool.query<{ sub: string; username: string }>(
      'SELECT sub, username FROM signin.accounts WHERE sub = $1',
      [`sub-${person}`],
    );
    expect(made.rowCount).toBe(1);
    const browser = door.browser();
    expect(await browser.signIn(made.rows[0]?.username ?? '', PASSWORD)).toBe(`${door.origin}/`);
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
    expect(JSON.stringify(rows)).not.toContain(new URL(url).searchParams.get('token'));
  });

  it('is dead once a second one is made for the same person, and only then', async () => {
    const person = await recorded();
    const first = await invited(person);
    await invite(await recorded());
    await door.firstLink();
    expect((await door.browser().open(first.url)).response.status).toBe(200);
    const anew = await invited(person);
    expect((await door.browser().open(first.url)).response.status).toBe(404);
    expect((await take(first.url, 'tre-mot-buoc', first.code)).status).toBe(404);
    expect((await take(anew.url, 'dung-buoc', anew.code)).status).toBe(200);
  });

  it('is dead after an hour', async () => {
    const { url, code } = await invited(await recorded());
    const now = door.clock.now();
    door.clock.set(new Date(now.getTime() + 61 * 60_000));
    expect((await take(url, 'qua-gio', code)).status).toBe(404);
    door.clock.set(now);
  });

  it('does not open the page of the first administrator, nor his link its own', async () => {
    const { url, code } = await invited(await recorded());
    expect((await take(url, 'leo-thang', code, '/oidc/first-administrator')).status).toBe(404);
    const first = await door.firstLink();
    expect((await take(first.url, 'xuong-thang', code)).status).toBe(404);
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
    const { url, code } = await invited(person);
    await door.signIn.ensureAccount({
      username: 'da-co',
      password: PASSWORD,
      sub: `sub-${person}`,
    });
    expect((await take(url, 'cuop-tai-khoan', code)).status).toBe(404);
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
    const others = await inviting.staff('khac', 'head', 'operator', 'auditor');
    expect(await invite(person, others)).toMatchObject({ status: 403, code: 'ACTION_FORBIDDEN' });
    const both = await inviting.staff('hai-vai', 'head', 'administrator');
    const worn = (post: string) => invite(person, both, { 'x-acting-post': post });
    expect((await worn('chq.head')).status).toBe(403);
    expect((await worn('chq.administrator')).status).toBe(201);
    door.service.answer = () => ({ status: 403, body: {} });
    expect((await invite(person)).status).toBe(403);
    door.service.answer = () => ({ status: 503, body: {} });
    expect((await invite(person)).status).toBe(503);
    inviting.directorySaysAll();
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
  const app = fastify();
  handleErrors(app, new BurstLog(app.log, BURST_MS));
  const directory = new FakeService();
  const me = { person: 'qt', name: 'Quản Trị', posts: [postOfAdministrator] };
  directory.answer = () => ({ status: 200, body: me });
  const at = await directory.start();
  const services = new Services(forEachService(() => at));
  const identify = async () => ({ issuer: 'https://sso.example', subject: 'qt', accessToken: 't' });
  const names = { of: async () => (id: string) => ({ id, name: id }) };
  const onSamePerson = () => undefined;
  invitationRoutes(app, { pool, services, doorkeeper: { identify }, names, onSamePerson });

  const payload = { person: await recorded() };
  for (const [method, url] of [
    ['POST', '/api/accounts/invitations'],
    ['POST', '/api/accounts/invitation-codes'],
    ['GET', '/api/accounts/invitations'],
  ] as const) {
    const answer = await app.inject({ method, url, ...(method === 'POST' ? { payload } : {}) });
    expect(answer.json()).toMatchObject({ status: 409, code: 'ACCOUNTS_ELSEWHERE' });
  }
  await app.close();
  await directory.stop();
});

const name = { vi: 'Tên', en: 'Name' };
const postOfAdministrator = {
  post: 'chq.quan',
  unit: 'CHQ',
  unitName: name,
  title: name,
  roles: ['administrator'],
};
