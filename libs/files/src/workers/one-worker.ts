import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { DomainError } from '@minh-bach/kernel';
import { uncheckable } from '../check/file-errors.ts';
import type { Order, Reply } from './messages.ts';

export interface WorkerLimits {
  /** After so long the process is ended, whatever it is doing. */
  readonly ms: number;
  /** Of JavaScript objects; bytes that are unpacked are bounded by the check itself. */
  readonly heapMb: number;
}

/** Once, before the first order: not counted as time of a file. */
const START_MS = 60_000;

/** From the sources (tests, `npm run dev`) a process needs the loader that this one has. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const ENTRY = new URL(`./file-worker.${FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url);
const LOADER = new URL('../../../../swc-source.mjs', import.meta.url);

interface Waiting {
  readonly resolve: (message: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A process for untrusted bytes. After a rejection that is no `DomainError` of the file, end it.
 *
 * A thread would not do: one text beyond its memory ends the whole process, for V8 then calls `abort`.
 */
export class OneWorker {
  readonly #child: ChildProcess;
  readonly #ready: Promise<unknown>;
  #waiting: Waiting | undefined;
  orders = 0;

  constructor(private readonly limits: WorkerLimits) {
    this.#child = fork(ENTRY, {
      execArgv: [
        `--max-old-space-size=${limits.heapMb}`,
        ...(FROM_SOURCE ? ['--import', LOADER.href] : []),
      ],
      // It needs none of this process's settings, and what V8 says at its end is about the file.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.#child.on('message', (message) => this.#take()?.resolve(message));
    this.#child.on('error', (error) => this.#take()?.reject(error));
    this.#child.on('exit', (_code, signal) => {
      const isMemory = signal === 'SIGABRT';
      this.#take()?.reject(uncheckable(isMemory ? 'memory' : 'crash'));
    });
    this.#ready = this.#next(START_MS);
    this.#ready.catch(() => undefined);
  }

  /** @throws DomainError what the check refuses, or `FILE_UNCHECKABLE` {reason} */
  async ask(order: Order): Promise<unknown> {
    this.#keepsAlive(true);
    await this.#ready;
    this.orders += 1;
    const answered = this.#next(this.limits.ms);
    this.#child.send(order, (error) => {
      if (error) this.#take()?.reject(uncheckable('crash'));
    });
    const reply = (await answered) as Reply;
    this.#keepsAlive(false);
    if (reply.state === 'failed') throw uncheckable('crash');
    if (reply.state === 'refused') throw new DomainError(reply.code, reply.details);
    return reply.answer;
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  /** One that waits for orders keeps no process alive. */
  #keepsAlive(does: boolean): void {
    for (const each of [this.#child, this.#child.channel]) {
      if (does) each?.ref();
      else each?.unref();
    }
  }

  #next(ms: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#take()?.reject(uncheckable('time')), ms);
      this.#waiting = {
        resolve: (message) => (clearTimeout(late), resolve(message)),
        reject: (error) => (clearTimeout(late), reject(error)),
      };
    });
  }

  /** Each answer is for one who waits. */
  #take(): Waiting | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }
}
