import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '@minh-bach/directory';
import { Browser } from '@minh-bach/gateway/specs';
import { freePort } from './free.port.ts';

const LONGEST_WAIT_MS = 120_000;

export const newFolder = (): string => mkdtempSync('/var/tmp/minh-bach-bench-');

/**
 * The built product with its demo people in a process of its own, on an empty data folder or on `kept`,
 * which stays when the product stops.
 *
 * @param waitMs for all rows to be there; a folder with a large log needs long
 */
export async function startProduct({
  kept,
  waitMs = LONGEST_WAIT_MS,
}: { kept?: string; waitMs?: number } = {}) {
  const folder = kept ?? newFolder();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [
      '--env-file=bench/product.env',
      ...['apps/standalone/dist/main.js', '--port', String(port), '--data', folder, '--empty'],
    ],
    { cwd: join(import.meta.dirname, '..'), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill();
    await ended;
    if (kept === undefined) rmSync(folder, { recursive: true });
  };
  const serves = async () => (await fetch(`${origin}/health/ready`)).ok || undefined;
  const isThere = async () => {
    if (child.exitCode !== null) throw new Error(`the product stopped (${child.exitCode})`);
    return serves().catch(() => undefined);
  };
  await until(origin, isThere, waitMs).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { origin, pid: child.pid!, stop, signIn: (person: string) => Desk.open(origin, person) };
}

/** One person's requests. */
export class Desk {
  private constructor(private readonly browser: Browser) {}

  static async open(origin: string, person: string): Promise<Desk> {
    const browser = new Browser(origin);
    await browser.signIn(person, DEMO_PASSWORD, '/me');
    return new Desk(browser);
  }

  /** As the header of a browser. */
  get cookie(): string {
    return this.browser.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** What a page of the product sends with a command. */
  get headers(): Readonly<Record<string, string>> {
    return {
      'content-type': 'application/json',
      origin: this.browser.origin,
      'x-minh-bach': '1',
      cookie: this.cookie,
    };
  }

  async post<T>(path: string, data: object, revision?: number): Promise<T> {
    const answer = await this.browser.send(`/api${path}`, {
      method: 'POST',
      body: JSON.stringify(data),
      headers: {
        ...this.headers,
        'idempotency-key': randomUUID(),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Services hear of a matter a moment after each other. */
  until<T>(path: string, pick: (answer: T) => boolean, waitMs = LONGEST_WAIT_MS): Promise<T> {
    const ask = async () => {
      const answer = await this.browser.send(`/api${path}`);
      const body = answer.ok ? ((await answer.json()) as T) : undefined;
      return body !== undefined && pick(body) ? body : undefined;
    };
    return until(path, ask, waitMs);
  }
}

async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  waitMs: number,
): Promise<T> {
  for (const end = Date.now() + waitMs; Date.now() < end; await sleep(20)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`${what} takes too long`);
}
