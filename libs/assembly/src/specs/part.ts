import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { whenBuilt } from '@minh-bach/testing';
import { surroundings } from './config.ts';
import { until } from './until.ts';

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));

export interface PartOptions {
  /** The folder under `apps/`. */
  readonly app: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Answers 200 once it serves. */
  readonly readyUrl: string;
}

/** An app as a process of its own, as it is built; for specs. Dies with this process at the latest. */
export class Part {
  readonly #options: PartOptions;
  #child: ChildProcess | undefined;
  #said = '';

  constructor(options: PartOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && !this.#child.signalCode;
  }

  /** All it has written, of all its lives. */
  get logs(): string {
    return this.#said;
  }

  /** Resolves when it serves. @throws with what it wrote when it ends instead */
  async start(): Promise<void> {
    if (this.running) return;
    const { app, args = [], env, readyUrl } = this.#options;
    const what = [app, ...args].join(' ');
    await whenBuilt();
    const child = spawn(process.execPath, [`apps/${app}/dist/main.js`, ...args], {
      cwd: checkout,
      env: { ...surroundings, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    if (child.pid !== undefined) endWith(child.pid);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
    const serves = async () => {
      if (!this.running) return true;
      const answer = await fetch(readyUrl, { signal: AbortSignal.timeout(3_000) });
      // It names the checks: without them a failure would not tell what it waits for.
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return true;
    };
    // Several start at once.
    await until(`${what} serves`, serves, { withinMs: 180_000 }).catch((error: unknown) => {
      child.kill('SIGKILL');
      throw new Error(`${(error as Error).message}\n${this.#said}`, { cause: error });
    });
    if (!this.running) throw new Error(`${what} ended:\n${this.#said}`);
  }

  /** SIGKILL is as in a power cut. @returns the exit code, or the signal that ended it */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | NodeJS.Signals | null> {
    const child = this.#child;
    if (!child) return null;
    if (this.running) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    }
    return child.exitCode ?? child.signalCode;
  }
}

/** However this process ends: a listener for its end would not hear of a SIGKILL. */
function endWith(pid: number): void {
  const watch = 'while kill -0 "$1" && kill -0 "$2"; do sleep 1; done; kill -9 "$2"';
  spawn('sh', ['-c', watch, 'sh', String(process.pid), String(pid)], {
    stdio: 'ignore',
    detached: true,
  }).unref();
}
