import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenInvitations } from '@minh-bach/contracts';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import pg from 'pg';
import type { Browser } from './specs/browser.ts';
import { Inviting } from './specs/inviting.ts';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let pool: pg.Pool;
let door: RunningGateway;
let inviting: Inviting;
let quan: Browser;
let linh: Browser;
let hai: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  door = await runGateway(database.url);
  inviting = new Inviting(door);
  [quan, linh, hai] = [
    await inviting.staff('quan'),
    await inviting.staff('linh'),
    await inviting.staff('hai'),
  ];
}, 30_000);
afterAll(async () => {
  await door.stop();
  await pool.end();
  await database.drop();
});

const WRONG = 'BBBB-BBBB';

const accounts = async () =>
  (await pool.query('SELECT 1 FROM signin.accounts WHERE username LIKE $1', ['t33-%'])).rowCount;

async function listed(by: Browser, person: string) {
  const response = await by.send('/api/accounts/invitations');
  const { items } = (await response.json()) as OpenInvitations;
  return items.find((one) => one.person.id === person);
}

describe('T33: the administrator who invites', () => {
  it('makes no account with the link alone: not without a code, not with a guessed one', async () => {
    const person = await inviting.recorded();
    const { url } = await inviting.invite(person, quan);
    for (const code of ['', WRONG]) {
      const answer = await inviting.take(url, 't33-trom', code);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain('Mã mời không đúng');
    }
    await inviting.code(person, linh);
    expect((await inviting.take(url, 't33-trom', WRONG)).status).toBe(422);
    expect(await accounts()).toBe(0);
  });

  it('does not get the code, in another post, another account or another session of theirs', async () => {
    const person = await inviting.recorded();
    await inviting.invite(person, quan);
    const again = await inviting.staff('quan', 'administrator', 'head');
    for (const [by, headers] of [
      [quan, {}],
      [again, {}],
      [again, { 'x-acting-post': 'chq.administrator' }],
    ] as const)
      expect(await inviting.code(person, by, headers)).toMatchObject({
        status: 403,
        code: 'INVITATION_SAME_PERSON',
      });
    expect(await listed(quan, person)).toMatchObject({ mayDrawCode: false, codeBy: null });
    expect(await door.gateway.metrics()).toMatch(/^gateway_invitations_same_person_total\S* 3$/m);
  });

  it('does not invite themselves, nor get the code of their own invitation', async () => {
    const person = await inviting.recorded({ id: 'nam' });
    const nam = await inviting.staff('nam');
    expect(await inviting.invite(person, nam)).toMatchObject({ code: 'INVITATION_SAME_PERSON' });
    await inviting.invite(person, quan);
    expect(await inviting.code(person, nam)).toMatchObject({ code: 'INVITATION_SAME_PERSON' });
    expect(await listed(nam, person)).toMatchObject({ mayDrawCode: false });
  });

  it('ends the code that another got, by inviting anew, and gets none for the new link', async () => {
    const person = await inviting.recorded();
    const first = await inviting.invite(person, quan);
    const { code } = await inviting.code(person, linh);
    const second = await inviting.invite(person, linh);
    expect((await inviting.take(first.url, 't33-cu', code)).status).toBe(404);
    expect((await inviting.take(second.url, 't33-moi', code)).status).toBe(422);
    expect(await inviting.code(person, linh)).toMatchObject({ code: 'INVITATION_SAME_PERSON' });
    expect(await accounts()).toBe(0);
  });

  it('could not hold both halves even if a route allowed it: the table does not take it', async () => {
    const person = await inviting.recorded();
    await inviting.invite(person, quan);
    const set = (by: string, who: string) =>
      pool.query(
        `UPDATE signin.one_time_links SET code_hash = 'x', code_by = ${by}, code_by_person = ${who}
          WHERE person = $1`,
        [person],
      );
    for (const [by, who] of [
      ['drawn_by', `'linh'`],
      [`'another'`, 'drawn_by_person'],
      [`'another'`, 'person'],
      [`'another'`, 'NULL'],
    ] as const)
      await expect(set(by, who)).rejects.toThrow('two_hands');
  });
});

describe('T33: two administrators', () => {
  it('make an account together, and the table names both', async () => {
    const person = await inviting.recorded({ name: 'Nguyễn Văn Hai Tay' });
    const { url } = await inviting.invite(person, quan);
    expect(await listed(linh, person)).toMatchObject({
      person: { id: person, name: 'Nguyễn Văn Hai Tay' },
      invitedBy: { id: 'quan' },
      codeBy: null,
      mayDrawCode: true,
    });
    const drawn = await inviting.code(person, linh);
    expect(drawn).toMatchObject({
      status: 201,
      code: expect.stringMatching(/^[B-Z]{4}-[B-Z]{4}$/),
    });
    expect(await listed(hai, person)).toMatchObject({ codeBy: { id: 'linh' }, mayDrawCode: false });

    // As people type it.
    const typed = ` ${drawn.code.toLowerCase().replace('-', ' – ')}`;
    expect((await inviting.take(url, 'hai-tay', typed)).status).toBe(200);
    expect(await listed(hai, person)).toBeUndefined();
    const { rows } = await pool.query<Record<string, unknown>>(
      'SELECT * FROM signin.one_time_links WHERE person = $1',
      [person],
    );
    expect(rows).toEqual([
      expect.objectContaining({
        drawn_by_person: 'quan',
        code_by_person: 'linh',
        code_by: expect.any(String),
        code_at: door.clock.now(),
      }),
    ]);
    expect(JSON.stringify(rows)).not.toContain(drawn.code.replace('-', ''));
    expect(JSON.stringify(rows)).not.toContain(drawn.code);
    const { rows: names } = await pool.query('SELECT name::text FROM signin.people');
    expect(JSON.stringify(names)).not.toContain('Hai Tay');
  });

  it('get the code once, of those who ask at the same moment too', async () => {
    const person = await inviting.recorded();
    await inviting.invite(person, quan);
    const answers = await Promise.all([linh, hai, linh].map((by) => inviting.code(person, by)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(await inviting.code(person, hai)).toMatchObject({ code: 'INVITATION_CODE_GIVEN' });
  });

  it('give no code for what is not open: unknown, ended, used', async () => {
    expect(await inviting.code('khong-co-ai', linh)).toMatchObject({
      status: 409,
      code: 'INVITATION_NOT_OPEN',
    });
    const person = await inviting.recorded();
    await inviting.invite(person, quan);
    const now = door.clock.now();
    door.clock.set(new Date(now.getTime() + 61 * 60_000));
    // A session of before has ended by then.
    const later = await inviting.staff('linh');
    expect(await inviting.code(person, later)).toMatchObject({ code: 'INVITATION_NOT_OPEN' });
    expect(await listed(later, person)).toBeUndefined();
    door.clock.set(now);
  });

  it('are administrators: nobody else sees the list or gets a code', async () => {
    const person = await inviting.recorded();
    await inviting.invite(person, quan);
    const head = await inviting.staff('truong', 'head', 'auditor', 'operator');
    expect(await inviting.code(person, head)).toMatchObject({ code: 'ACTION_FORBIDDEN' });
    expect((await head.send('/api/accounts/invitations')).status).toBe(403);
    expect((await inviting.code(person, door.browser())).status).toBe(401);
    expect((await door.browser().send('/api/accounts/invitations')).status).toBe(401);
    const foreign = { origin: 'https://evil.example' };
    expect((await inviting.code(person, linh, foreign)).status).toBe(403);
  });
});

describe('T33: the code of an invitation', () => {
  it('opens no other invitation', async () => {
    const [one, other] = [await inviting.recorded(), await inviting.recorded()];
    const [link] = [await inviting.invite(one, quan), await inviting.invite(other, quan)];
    await inviting.code(one, linh);
    const { code } = await inviting.code(other, linh);
    expect((await inviting.take(link.url, 't33-lan', code)).status).toBe(422);
  });

  it('is dead with its link after an hour', async () => {
    const person = await inviting.recorded();
    const { url } = await inviting.invite(person, quan);
    const { code } = await inviting.code(person, linh);
    const now = door.clock.now();
    door.clock.set(new Date(now.getTime() + 61 * 60_000));
    expect((await inviting.take(url, 't33-muon', code)).status).toBe(404);
    door.clock.set(now);
  });

  it('is guessed five times at most, one by one or at once; then the right one opens nothing', async () => {
    for (const atOnce of [false, true]) {
      const person = await inviting.recorded();
      const { url } = await inviting.invite(person, quan);
      const { code } = await inviting.code(person, linh);
      const guess = () => inviting.take(url, 't33-doan', WRONG);
      const statuses: number[] = [];
      if (atOnce)
        statuses.push(
          ...(await Promise.all(Array.from({ length: 20 }, guess))).map(({ status }) => status),
        );
      else for (let n = 0; n < 6; n += 1) statuses.push((await guess()).status);
      expect(statuses.filter((status) => status === 422)).toHaveLength(4);
      expect(new Set(statuses)).toEqual(new Set([422, 404]));
      expect((await inviting.take(url, 't33-doan', code)).status).toBe(404);
      expect(await listed(linh, person)).toBeUndefined();
    }
    expect(await accounts()).toBe(0);
  });

  it('counts guesses that came before it was drawn', async () => {
    const person = await inviting.recorded();
    const { url } = await inviting.invite(person, quan);
    for (let n = 0; n < 4; n += 1) await inviting.take(url, 't33-som', WRONG);
    const { code } = await inviting.code(person, linh);
    expect((await inviting.take(url, 't33-som', WRONG)).status).toBe(404);
    expect((await inviting.take(url, 't33-som', code)).status).toBe(404);
  });

  it('costs no try where it is right and only the name is taken', async () => {
    const { username } = await door.person();
    const person = await inviting.recorded();
    const { url } = await inviting.invite(person, quan);
    const { code } = await inviting.code(person, linh);
    for (let n = 0; n < 6; n += 1)
      expect((await inviting.take(url, username, code)).status).toBe(422);
    expect((await inviting.take(url, 'ten-khac', code)).status).toBe(200);
  }, 30_000);
});
