import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Part, freePort } from '@minh-bach/assembly/specs';
import { DEMO_PASSWORD } from '@minh-bach/directory';
import { Browser } from '@minh-bach/gateway/specs';
import { afterFirstStart } from '@minh-bach/testing';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-production-'));
  folders.push(folder);
  return folder;
}

interface Run {
  readonly url: string;
  readonly part: Part;
}

/** The standalone product on a data folder. */
async function standalone(folder: string, mode: string, ...args: string[]): Promise<Run> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const part = new Part({
    app: 'standalone',
    args: ['--port', String(port), '--data', folder, '--empty', ...args],
    env: { MB_MODE: mode, MB_LOG_LEVEL: 'info' },
    readyUrl: `${url}/health/ready`,
  });
  return { url, part };
}

const production = (folder: string) => standalone(folder, 'production', '--no-demo');

/** Status and headers, with a `Host` and other headers that `fetch` would not send. */
const raw = (url: string, headers: Record<string, string>) =>
  new Promise<{ status: number; location: string }>((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      const { statusCode: status = 0, headers: told } = response;
      resolve({ status, location: told.location ?? '' });
    })
      .on('error', reject)
      .end();
  });

describe('T25: production, a process for each try, does not start', () => {
  let used: string;
  beforeAll(async () => {
    used = await newFolder();
    if ((await afterFirstStart(used)) !== undefined) return;
    const { part } = await standalone(used, 'demo');
    await part.start();
    await part.end('SIGTERM');
  }, 120_000);

  const refused = async (run: Run): Promise<string> => {
    const error = await run.part.start().then(
      () => run.part.end('SIGKILL').then(() => new Error('it started')),
      (cause: unknown) => cause as Error,
    );
    expect(run.part.running).toBe(false);
    return error.message;
  };

  it('with demo people asked for, and names them', async () => {
    const told = await refused(await standalone(await newFolder(), 'production'));
    expect(told).toMatch(/MB_MODE=production.*demo people/);
  });

  it('on the data of a demonstration, whose password everybody knows', async () => {
    expect(await refused(await production(used))).toMatch(/DEMO_REFUSED/);
  }, 60_000);

  // What else is wrong with such a file, the specs of those who read it try: each start costs seconds.
  it.each(['master.key', 'sign-in.json', 'service.secret'])(
    'with a %s that others may read',
    async (name) => {
      const file = join(used, 'secrets', name);
      await chmod(file, 0o644);
      expect(await refused(await production(used))).toContain(name);
      await chmod(file, 0o600);
    },
    60_000,
  );
});

describe('T25: what runs in production', () => {
  let run: Run;
  beforeAll(async () => {
    run = await production(await newFolder());
    await run.part.start();
  }, 120_000);
  afterAll(() => run?.part.end('SIGTERM'), 60_000);

  it('has no clock that can be set, and shows neither measurements nor its description', async () => {
    for (const path of ['/test/clock', '/api/test/clock', '/api/triage/test/clock'])
      for (const method of ['GET', 'POST']) {
        const headers = { 'content-type': 'application/json' };
        const body = method === 'GET' ? {} : { body: '{"now":"2001-01-01T00:00:00Z"}' };
        const { status } = await fetch(run.url + path, { method, headers, ...body });
        expect([path, method, [401, 404].includes(status)]).toEqual([path, method, true]);
      }
    for (const path of ['/metrics', '/docs', '/openapi.json', '/api/intake/openapi.json']) {
      const answer = await fetch(run.url + path);
      // Outside `/api` every address is a page of the console.
      expect(await answer.text()).not.toMatch(/# HELP|"openapi"/);
      expect([path, answer.headers.get('content-type')]).toEqual([
        path,
        expect.stringMatching(path.startsWith('/api/') ? /problem\+json/ : /html|problem\+json/),
      ]);
    }
  });

  it('knows none of the people of the demonstration', async () => {
    for (const name of ['binh', 'quan', 'van', 'admin', 'root'])
      await expect(new Browser(run.url).signIn(name, DEMO_PASSWORD)).rejects.toThrow();
  });

  it('believes no header about where a request came from', async () => {
    const login = `${run.url}/auth/login?to=/`;
    const plain = await raw(login, {});
    expect(plain.location).toMatch(new RegExp(`^${run.url}/oidc/`));
    for (const spoofed of [
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      { forwarded: 'host=evil.example;proto=https' },
      { 'x-forwarded-port': '443', 'x-forwarded-prefix': '/evil' },
      { 'x-original-url': '/api/me', 'x-rewrite-url': '/api/me' },
    ]) {
      const { status, location } = await raw(login, spoofed);
      expect([status, new URL(location).origin]).toEqual([plain.status, run.url]);
      expect(location).not.toContain('evil');
    }
    expect((await raw(login, { host: 'evil.example' })).status).toBe(421);
    for (const claim of ['x-remote-user', 'x-forwarded-user', 'x-user', 'remote-user'])
      expect((await raw(`${run.url}/api/me`, { [claim]: 'binh' })).status).toBe(401);
  });
});
