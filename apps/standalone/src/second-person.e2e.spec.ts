import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Part, freePort, surroundings, until } from '@minh-bach/assembly/specs';
import type { Me, Proposals } from '@minh-bach/contracts';
import { Browser } from '@minh-bach/gateway/specs';

const root = join(import.meta.dirname, '../../..');
const PASSWORD = 'ba con mèo ngồi trên mái';

let folder: string;
let url: string;
let part: Part;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minh-bach-second-person-'));
  const port = await freePort();
  url = `http://localhost:${port}`;
  part = new Part({
    app: 'standalone',
    args: ['--port', String(port), '--data', join(folder, 'data'), '--no-demo'],
    env: { MB_LOG_LEVEL: 'warn' },
    readyUrl: `${url}/health/ready`,
  });
  await part.start();
}, 120_000);

afterAll(async () => {
  await part?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** The real command. @param onText called with all that it has printed so far */
async function mb(args: string[], onText: (text: string) => void = () => undefined) {
  const child = spawn(process.execPath, [join(root, 'apps/cli/dist/main.js'), ...args], {
    env: { ...surroundings, MB_CONFIG_DIR: join(folder, 'config') },
  });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => onText((out += chunk.toString())));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, errors };
}

const linkIn = (text: string, page: string) =>
  new RegExp(`http://\\S+/oidc/${page}\\?token=[\\w-]+`).exec(text)?.[0] ?? '';

const linksIn = (text: string) =>
  text.match(/http:\/\/\S+\/oidc\/first-administrator\?token=[\w-]+/g) ?? [];

async function takeLink(link: string, fields: Record<string, string>): Promise<number> {
  const { origin, pathname, searchParams } = new URL(link);
  const token = searchParams.get('token') ?? '';
  const passwords = { password: PASSWORD, repeat: PASSWORD };
  const answer = await new Browser(origin).submit(pathname, { token, ...passwords, ...fields });
  return answer.status;
}

async function login(username: string) {
  let page: Promise<string> | undefined;
  await mb(['login', '--url', url], (text) => {
    const code = /[B-Z]{4}-[B-Z]{4}/.exec(text)?.[0];
    if (code && !page) page = new Browser(url).connectDevice(code, username, PASSWORD);
  });
  await page;
}

describe('A product without demo people, by some thirty commands, each a process', () => {
  it("has none of the demo's petitions", () => {
    expect(existsSync(join(folder, 'data', 'demo-office.jsonl'))).toBe(false);
  });

  it('comes from two printed links to a third person who signs in, by commands alone', async () => {
    await until('the greeting is printed', () => linksIn(part.logs).length === 2);
    const [first = '', second = ''] = linksIn(part.logs);
    expect(await takeLink(first, { name: 'Người Quản Trị', username: 'quan-tri' })).toBe(200);
    await login('quan-tri');

    // The example of the documentation, for the port of this run.
    const example = await readFile(join(root, 'docs/examples/directory.json'), 'utf8');
    const file = join(folder, 'directory.json');
    await writeFile(file, example.replace('http://localhost:3000', url));
    const alone = await mb(['record', file]);
    expect(alone).toMatchObject({ code: 1, out: '' });
    expect(alone.errors).toContain('There is no second administrator yet');

    expect(await takeLink(second, { name: 'Người Thứ Hai', username: 'quan-tri-2' })).toBe(200);
    const entries = await mb(['record', file]);
    expect(entries).toMatchObject({ code: 0, errors: '' });
    expect(entries.out).toMatch(
      /^… 1. unit HQ-VIDU: \S+\n… 2. person an: \S+\n… 3. post hq-vidu.an: /,
    );
    expect(entries.out).toContain('3 marked with … have not taken effect');
    expect((await mb(['invite', 'an'])).errors).toContain('The directory has no such person');

    await login('quan-tri-2');
    const waiting = await mb(['proposals', '--json']);
    const { items } = JSON.parse(waiting.out) as Proposals;
    expect(items.map(({ entry }) => entry.kind).sort()).toEqual(['person', 'post', 'unit']);
    expect((await mb(['proposals', '--lang', 'en'])).out).toContain('proposed by Người Quản Trị');
    for (const { id } of items) expect(await mb(['confirm', id])).toMatchObject({ code: 0 });
    expect((await mb(['decline', items[0]!.id])).errors).toContain('Decided already');

    let link = '';
    await until('the gateway has heard of the person', async () => {
      link = linkIn((await mb(['invite', 'an'])).out, 'invitation');
      return link !== '';
    });
    expect((await mb(['invite-code', 'an'])).errors).toContain(
      'takes two different administrators',
    );
    expect(await takeLink(link, { username: 'an' })).toBe(422);

    await login('quan-tri');
    expect((await mb(['invitations', '--lang', 'en'])).out).toContain(
      'waits for its code: mb invite-code an',
    );
    const code = /[B-Z]{4}-[B-Z]{4}/.exec((await mb(['invite-code', 'an'])).out)?.[0] ?? '';
    expect((await mb(['invitations'])).out).toContain('mã do người này cấp: Người Quản Trị');
    expect(await takeLink(link, { username: 'an', code })).toBe(200);

    const browser = new Browser(url);
    await browser.signIn('an', PASSWORD);
    const me = (await (await browser.send('/api/me')).json()) as Me;
    expect(me).toMatchObject({
      person: 'an',
      name: 'Nguyễn Văn An',
      posts: [{ post: 'hq-vidu.an', roles: ['receiver'] }],
    });

    const again = await mb(['invite', 'an']);
    expect(again.code).toBe(1);
    expect(again.errors).toContain('This person has an account already');
    expect(part.logs).not.toContain(code);
    expect(part.logs).not.toContain(new URL(link).searchParams.get('token') ?? '-');
  }, 120_000);

  it('stops at the first entry that is refused and says which', async () => {
    await login('quan-tri');
    const file = join(folder, 'bad.json');
    const [unit, person] = JSON.parse(
      await readFile(join(root, 'docs/examples/directory.json'), 'utf8'),
    ) as Record<string, unknown>[];
    await writeFile(file, JSON.stringify([unit, { ...person, active: 'yes' }, person]));
    const { code, out, errors } = await mb(['record', file]);
    expect(code).toBe(1);
    expect(out).toBe('✓ 1. unit HQ-VIDU\n');
    expect(errors).toContain('✗ 2. person an: HTTP 4');
    expect(errors).toContain('/active');
    expect(errors).toContain('1 before it were recorded');
  }, 60_000);

  it('lets nobody else record or invite', async () => {
    await login('an');
    const file = join(root, 'docs/examples/directory.json');
    for (const args of [
      ['record', file],
      ['invite', 'quan-tri'],
      ['invite-code', 'quan-tri'],
      ['invitations'],
    ]) {
      const { code, out, errors } = await mb(args);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(errors).toContain('Your role may not do this');
    }
  }, 60_000);
});
