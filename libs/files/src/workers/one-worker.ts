import { Worker } from 'node:worker_threads';
import { DomainError } from '@minh-bach/kernel';
import { uncheckable } from '../check/file-errors.ts';
import type { Order, Reply } from './messages.ts';

export interface WorkerLimits {
  /** After so long the thread is ended, whatever it is doing. */
  readonly ms: number;
  /** Of JavaScript objects; bytes that are unpacked are bounded by the check itself. */
  readonly heapMb: number;
}

/** Once, before the first order: not counted as time of a file. */
const START_MS = 60_000;

/** From the sources (tests, `npm run dev`) a thread needs the loader that the whole process has. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const ENTRY = new URL(`./file-worker.${FROM_SOURCE ? 'ts' : 'js'}`, import.meta.url);
const LOADER = new URL('../../../../swc-source.mjs', import.meta.url);

interface Waiting {
  readonly resolve: (message: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A thread for untrusted bytes. After a rejection that is no `DomainError` of the file, end it. */
export class OneWorker {
  readonly #worker: Worker;
  readonly #ready: Promise<unknown>;
  #waiting: Waiting | undefined;
  orders = 0;

  constructor(private readonly limits: WorkerLimits) {
    this.#worker = new Worker(ENTRY, {
      execArgv: FROM_SOURCE ? ['--import', LOADER.href] : [],
      // It needs none of the process's settings.
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32 },
    });
    this.#worker.on('message', (message) => this.#take()?.resolve(message));
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#take()?.reject(this.orders === 0 ? error : uncheckable(isMemory ? 'memory' : 'crash'));
    });
    this.#worker.on('exit', () => this.#take()?.reject(uncheckable('crash')));
    this.#ready = this.#next(START_MS);
    this.#ready.catch(() => undefined);
  }

  /**
   * @param order its bytes are handed over: they are gone here afterwards
   * @throws DomainError what the check refuses, or `FILE_UNCHECKABLE` {reason}
   */
  async ask(order: Order): Promise<unknown> {
    this.#worker.ref();
    await this.#ready;
    this.orders += 1;
    const answered = this.#next(this.limits.ms);
    this.#worker.postMessage(order, [order.bytes.buffer as ArrayBuffer]);
    const reply = (await answered) as Reply;
    // A worker that waits keeps no process alive.
    this.#worker.unref();
    if (reply.state === 'failed') throw uncheckable('crash');
    if (reply.state === 'refused') throw new DomainError(reply.code, reply.details);
    return reply.answer;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
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
