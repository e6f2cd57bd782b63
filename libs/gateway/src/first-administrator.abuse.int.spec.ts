import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { RecordFirstAdministrator } from '@minh-bach/sign-in';
import { createTestDatabase } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';
import { runGateway } from './specs/running-gateway.ts';
import type { RunningGateway } from './specs/running-gateway.ts';

let database: TestDatabase;
let door: RunningGateway;
const record = jest.fn<RecordFirstAdministrator>();

beforeAll(async () => {
  database = await createTestDatabase();
  door = await runGateway(database.url, { recordFirstAdministrator: record });
}, 30_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
});

describe('The one-time link of the first administrator', () => {
  const form = {
    name: 'Người Quản Trị Đầu',
    username: 'quan-tri',
    password: 'ba con mèo ngồi trên mái',
    repeat: 'ba con mèo ngồi trên mái',
  };
  const address = () => `${door.origin}/oidc/first-administrator`;
  const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';

  it('works once, for whoever comes first, and that person can sign in', async () => {
    record.mockClear();
    const { url } = await door.firstLink();
    const token = tokenOf(url);
    expect(token).toMatch(/^[\w-]{43}$/);
    const browser = door.browser();
    expect((await browser.open(url)).text).toContain('Tạo người quản trị đầu tiên');

    const answers = await Promise.all([
      browser.submit(address(), { ...form, token }),
      browser.submit(address(), { ...form, username: 'quan-tri-hai', token }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(record).toHaveBeenCalledTimes(1);
    expect(record.mock.calls[0]?.[0]).toMatchObject({
      name: form.name,
      issuer: door.signIn.issuer,
    });
    const { username } = record.mock.calls[0]?.[0] ?? { username: '' };
    expect(await door.browser().signIn(username, form.password)).toBe(`${door.origin}/`);

    expect((await browser.open(url)).response.status).toBe(404);
  }, 20_000);

  it('is dead after an hour, and as soon as a newer one is drawn', async () => {
    const old = await door.firstLink();
    const newer = await door.firstLink();
    const browser = door.browser();
    expect((await browser.open(old.url)).response.status).toBe(404);
    expect((await browser.open(newer.url)).response.status).toBe(200);
    door.clock.set(new Date(door.clock.now().getTime() + 61 * 60_000));
    expect((await browser.open(newer.url)).response.status).toBe(404);
    const answer = await browser.submit(address(), {
      ...form,
      username: 'muon',
      token: tokenOf(newer.url),
    });
    expect(answer.status).toBe(404);
  });

  it('still works when the directory could not record the person', async () => {
    const { url } = await door.firstLink();
    record.mockRejectedValueOnce(new Error('directory is down'));
    const browser = door.browser();
    const fields = { ...form, username: 'quan-tri-ba', token: tokenOf(url) };
    expect((await browser.submit(address(), fields)).status).toBe(500);
    expect((await browser.submit(address(), fields)).status).toBe(200);
    const [failed, recorded] = record.mock.calls.slice(-2).map(([person]) => person.subject);
    expect(recorded).toBe(failed);
  });

  it('is drawn again for whom the directory has, and who has no account: the start was cut short', async () => {
    const { url } = await door.firstLink();
    // It was recorded, and then the process ended before the account was there for good.
    record.mockRejectedValueOnce(new Error('ended'));
    const fields = { ...form, username: 'quan-tri-nam' };
    const cut = await door.browser().submit(address(), { ...fields, token: tokenOf(url) });
    expect(cut.status).toBe(500);
    const { name, subject } = record.mock.calls.at(-1)![0];
    const known = [{ name, subject }];

    const [own, other] = await door.signIn.firstLinks(2, known);
    expect([own?.name, other?.name]).toEqual([name, undefined]);
    const page = await door.browser().open(own!.url);
    expect(page.text).toContain('name="username"');
    expect(page.text).not.toContain('name="name"');
    record.mockClear();
    const token = tokenOf(own!.url);
    const done = await door.browser().submit(address(), { ...fields, name: '', token });
    expect(done.status).toBe(200);
    expect(record).not.toHaveBeenCalled();
    expect(await door.browser().signIn(fields.username, form.password)).toBe(`${door.origin}/`);
    expect((await door.browser().open(own!.url)).response.status).toBe(404);

    expect(await door.signIn.firstLinks(1, known)).toEqual([]);
    expect((await door.browser().open(other!.url)).response.status).toBe(200);
  });

  it.each([
    [{ password: 'ngắn quá', repeat: 'ngắn quá' }, 'ít nhất 15'],
    [{ repeat: 'một mật khẩu khác hẳn' }, 'không giống nhau'],
    [{ password: '111111111111111111', repeat: '111111111111111111' }, 'quá dễ đoán'],
    [{ password: 'quan-tri-bon của tôi', repeat: 'quan-tri-bon của tôi' }, 'chứa tên đăng nhập'],
    [{ username: 'có dấu' }, 'chữ không dấu'],
    [{ name: ' ' }, 'họ và tên'],
    [{ name: '<script>alert(1)</script>', username: '' }, '&lt;script&gt;'],
  ])('is not used up by a form that will not do: %o', async (change, says) => {
    const { url } = await door.firstLink();
    const browser = door.browser();
    const fields = { ...form, username: 'quan-tri-bon', ...change, token: tokenOf(url) };
    const answer = await browser.submit(address(), fields);
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(says);
    expect(text).not.toContain('<script');
    expect((await browser.open(url)).response.status).toBe(200);
  });

  it('speaks English to whoever asked it to, in its answers too', async () => {
    const { url } = await door.firstLink();
    const browser = door.browser();
    expect((await browser.open(`${url}&lang=en`)).text).toContain('Create the first administrator');
    const answer = await browser.submit(address(), { ...form, name: '', token: tokenOf(url) });
    expect(await answer.text()).toContain('Enter the full name.');
  });

  it('is not taken from a foreign page', async () => {
    const { url } = await door.firstLink();
    const answer = await door
      .browser()
      .submit(
        address(),
        { ...form, username: 'la', token: tokenOf(url) },
        { origin: 'https://evil.example' },
      );
    expect(answer.status).toBe(404);
  });
});
