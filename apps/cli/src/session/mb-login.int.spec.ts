import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { surroundings } from '@minh-bach/assembly/specs';
import { runGateway } from '@minh-bach/gateway/specs';
import type { RunningGateway } from '@minh-bach/gateway/specs';
import { createTestDatabase, whenBuilt } from '@minh-bach/testing';
import type { TestDatabase } from '@minh-bach/testing';

const bin = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const NUMBER = 'D26-12345678-2';

let database: TestDatabase;
let door: RunningGateway;
let folder: string;

beforeAll(async () => {
  await whenBuilt();
  database = await createTestDatabase();
  door = await runGateway(database.url);
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-mb-'));
}, 60_000);

afterAll(async () => {
  await door.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** `mb` as a process of its own. @param onText called with all that it has printed so far */
async function mb(
  args: string[],
  onText: (text: string) => void = () => undefined,
  config = folder,
) {
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...surroundings, MB_CONFIG_DIR: config },
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => onText((out += chunk.toString())));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, out, errors };
}

async function login() {
  const { username, password } = await door.person();
  let page: Promise<string> | undefined;
  const answer = await mb(['login', '--url', door.origin], (text) => {
    const code = /[B-Z]{4}-[B-Z]{4}/.exec(text)?.[0];
    if (code && !page) page = door.browser().connectDevice(code, username, password);
  });
  return { ...answer, page: await page };
}

const entry = (at: number, vi: string) => ({
  position: `0198c7d0-1111-7000-8000-000000000001:${at}`,
  service: 'intake',
  stream: `intake.petition-${NUMBER}`,
  revision: at,
  eventId: `e${at}`,
  type: 'PetitionReceived',
  occurredAt: '2024-11-20T02:00:00.000Z',
  recordedAt: '2024-11-22T01:30:00.000Z',
  actor: { person: 'lan', role: 'receiver', unit: 'CK-01', name: 'Nguyễn Thị Lan' },
  summary: { vi, en: 'A complaint was received' },
  changes: [{ label: { vi: 'Người gửi', en: 'Sender' }, value: null, closed: 'identity' }],
  rules: [
    {
      rule: 'KN1.ACCEPT.NEW',
      law: 'LKN Đ.27',
      legal: true,
      due: '2024-12-03T00:00:00.000Z',
      explanation: { vi: '10 ngày kể từ ngày nhận', en: '10 days from receipt' },
    },
  ],
});

describe('mb login, each command a process', () => {
  it('shows a code, waits for its owner, and keeps the tokens for nobody else', async () => {
    const { code, out, page } = await login();

    expect(page).toContain('Đã nối thiết bị');
    expect({ code, signedIn: out.includes('Đã đăng nhập') }).toEqual({ code: 0, signedIn: true });
    const file = join(folder, 'session.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(out).not.toContain(
      (JSON.parse(await readFile(file, 'utf8')) as { accessToken: string }).accessToken,
    );
  }, 60_000);

  it('names the address that it tried and the option for another one', async () => {
    const nobody = 'http://127.0.0.1:9';
    const unreachable = await mb(['login', '--url', nobody]);
    expect(unreachable.code).toBe(1);
    expect(unreachable.errors).toMatch(`Không nối được với ${nobody}`);
    expect(unreachable.errors).toMatch(/mb login --url ADDRESS/);

    const stranger = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
    const answered = await mb(['login', '--url', elsewhere]);
    stranger.close();
    expect(answered.code).toBe(1);
    expect(answered.errors).toMatch(`Ở ${elsewhere} không có hệ thống này`);
    expect(answered.errors).toMatch(/--url ADDRESS/);
  }, 60_000);
});

describe('mb history', () => {
  // Signing in takes 5 s: the device asks at that pace whether its code was connected.
  beforeAll(login, 60_000);

  it('prints the timeline in Vietnamese, closed fields closed', async () => {
    door.service.answer = ({ url }) =>
      url.startsWith('/intake/')
        ? { status: 200, body: { entries: [entry(0, 'Đã tiếp nhận đơn khiếu nại')] } }
        : { status: 404, body: {} };
    const { code, out, errors } = await mb(['history', NUMBER, '--as-of', '2024-11-25']);

    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(out).toContain('22/11/2024 08:30 (xảy ra 20/11/2024 09:00)  Đã tiếp nhận đơn khiếu nại');
    expect(out).toContain('Nguyễn Thị Lan');
    expect(out).toContain('Người gửi: [kín (danh tính)]');
    expect(out).toContain('KN1.ACCEPT.NEW · LKN Đ.27 (hạn 03/12/2024): 10 ngày kể từ ngày nhận');
    expect(door.service.last.url).toContain('?asOf=2024-11-25T16%3A59%3A59.999Z');
  }, 60_000);

  it('goes on after the access token has ended, and prints JSON', async () => {
    const file = join(folder, 'session.json');
    const before = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    await writeFile(file, JSON.stringify({ ...before, expiresAt: 0 }), { mode: 0o600 });
    door.service.answer = ({ url }) =>
      url.startsWith('/triage/')
        ? { status: 503, body: {} }
        : { status: 200, body: { entries: url.startsWith('/intake/') ? [entry(0, 'Đơn')] : [] } };

    const { code, out } = await mb(['history', NUMBER, '--json']);

    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ entries: [{ revision: 0 }], pending: ['triage'] });
    const after = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    expect(after['refreshToken']).not.toBe(before['refreshToken']);
  }, 60_000);

  it('says how to sign in when nobody has', async () => {
    const { code, errors } = await mb(['history', NUMBER], undefined, join(folder, 'nobody'));
    expect(code).toBe(1);
    expect(errors).toContain('mb login');
  }, 60_000);

  it('says in words that there is no such matter', async () => {
    door.service.answer = () => ({ status: 404, body: {} });
    const { code, errors } = await mb(['history', NUMBER]);
    expect(code).toBe(1);
    expect(errors).toContain('Không có mục này');
  }, 60_000);
});
