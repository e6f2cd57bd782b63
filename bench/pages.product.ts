import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'playwright-core';
import type { APIRequestContext } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..');
const PASSWORD = 'minh bach la cong khai';
const LONGEST_WAIT_MS = 15_000;

/** The built product with its demo people, in a process of its own. */
export async function startProduct() {
  const folder = mkdtempSync(join(tmpdir(), 'minh-bach-pages-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    ['apps/standalone/dist/main.js', '--port', String(port), '--data', folder],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => chunk.includes(origin) && resolve());
    child.once('exit', (code) => reject(new Error(`the product stopped (${code})`)));
  });
  return {
    origin,
    signIn: (person: string) => Desk.open(origin, person),
    async stop() {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** One person's requests. */
export class Desk {
  private constructor(
    private readonly requests: APIRequestContext,
    private readonly origin: string,
  ) {}

  static async open(origin: string, person: string): Promise<Desk> {
    const requests = await request.newContext();
    const form = await requests.get(`${origin}/auth/login?to=/lam-viec`);
    const answer = await requests.post(form.url(), {
      form: { username: person, password: PASSWORD },
      headers: { origin },
    });
    if (!answer.url().endsWith('/lam-viec')) throw new Error(`${person} was not let in`);
    return new Desk(requests, origin);
  }

  /** As the header of a browser. */
  async cookie(): Promise<string> {
    const { cookies } = await this.requests.storageState();
    return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  async post<T>(path: string, data: object, revision?: number): Promise<T> {
    const answer = await this.requests.post(`${this.origin}/api${path}`, {
      data,
      headers: {
        origin: this.origin,
        'x-minh-bach': '1',
        'idempotency-key': randomUUID(),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
    });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Services hear of a matter a moment after each other. */
  async until<T>(path: string, pick: (answer: T) => boolean): Promise<T> {
    for (const end = Date.now() + LONGEST_WAIT_MS; Date.now() < end;) {
      const answer = await this.requests.get(`${this.origin}/api${path}`);
      const body = answer.ok() ? ((await answer.json()) as T) : undefined;
      if (body !== undefined && pick(body)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${path} never came to hold`);
  }
}

interface Part {
  readonly revision: number;
  readonly state: string;
  readonly case?: string;
}
interface Matter {
  readonly triage?: Part;
  readonly investigation?: Part;
}

/** A full page of a worklist, and one case. @returns the case's number */
export async function fill(receiver: Desk, classifier: Desk): Promise<string> {
  const numbers: string[] = [];
  for (let n = 1; n <= 30; n += 1) numbers.push(await register(receiver, n));
  const number = numbers[0] ?? '';
  const matter = `/matters/${number}`;
  const come = await classifier.until<Matter>(matter, ({ triage }) => triage !== undefined);
  const path = `/triage/petitions/${number}`;
  const kind = { kind: 'complaint', reason: null };
  await classifier.post(`${path}/classification`, kind, come.triage?.revision);
  const judged = await classifier.until<Matter>(
    matter,
    ({ triage }) => triage?.state === 'classified',
  );
  const acceptance = { instance: 1, competentUnit: 'HQ-SM', conditionsMet: true, reason: null };
  await classifier.post(`${path}/acceptance`, acceptance, judged.triage?.revision);
  const { investigation } = await classifier.until<Matter>(
    matter,
    (now) => now.investigation !== undefined,
  );
  return investigation?.case ?? '';
}

async function register(receiver: Desk, n: number): Promise<string> {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const { number } = await receiver.post<{ number: string }>('/intake/petitions', {
    declaredKind: 'complaint',
    channel: 'post',
    senderKind: 'enterprise',
    sender: {
      name: `Công ty TNHH Nước Trong ${n} (hư cấu)`,
      address: null,
      phone: null,
      email: null,
      idNumber: null,
    },
    receivedOn: yesterday,
    signed: true,
    respondentUnit: 'HQ-SM',
    gist: `Khiếu nại quyết định ấn định thuế lô máy lọc nước số ${n}`,
    summary: 'Không đồng ý với quyết định ấn định thuế.',
    receiptHash: randomBytes(32).toString('base64url'),
  });
  return number;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
