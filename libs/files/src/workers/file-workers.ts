import { availableParallelism } from 'node:os';
import { DomainError, isDomainError } from '@minh-bach/kernel';
import { OneWorker } from './one-worker.ts';
import { SpentFiles } from './spent-files.ts';
import type { TaskName, Tasks } from './tasks.ts';

export interface FileWorkersOptions {
  /** Processes at most. @default 2, on a machine of two cores 1 */
  readonly processes?: number;
  /** Files that may wait for a process. @default 32 */
  readonly waiting?: number;
  /**
   * How long one may wait: longer than two files take that run into their limit; with its own turn less
   * than the 30 s that a gateway waits. @default two turns and 2 s, 18 s
   */
  readonly patienceMs?: number;
  /** What one file may take. @default 8 s, 256 MB */
  readonly limits?: { readonly ms: number; readonly heapMb: number };
}

interface Job {
  readonly person: string;
  /** How many of the same person's ran or waited when it came. */
  readonly round: number;
  readonly start: () => Promise<void>;
  readonly late: NodeJS.Timeout;
}

/** A process is replaced after so many files: what one left behind meets few others. */
const FILES_A_PROCESS = 100;

/**
 * Where bytes from outside are parsed: processes of their own, few, bounded in time and memory, with a
 * short queue. No file costs more than its turn, and nothing that it does ends what answers requests.
 * One for a service; they start when they are needed.
 */
export class FileWorkers {
  readonly #processes: number;
  readonly #limits: { readonly ms: number; readonly heapMb: number };
  readonly #maxWaiting: number;
  readonly #waiting: Job[] = [];
  readonly #idle: OneWorker[] = [];
  readonly #busy = new Set<OneWorker>();
  /** The people whose files are in work now. */
  readonly #running: string[] = [];
  readonly #spent = new SpentFiles();
  readonly #patienceMs: number;
  #closed = false;

  constructor(options: FileWorkersOptions = {}) {
    this.#processes = options.processes ?? Math.max(1, Math.min(2, availableParallelism() - 1));
    this.#maxWaiting = options.waiting ?? 32;
    this.#limits = options.limits ?? { ms: 8_000, heapMb: 256 };
    this.#patienceMs = options.patienceMs ?? 2 * this.#limits.ms + 2_000;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** To ask before a file is taken in for nothing. @throws DomainError `FILES_BUSY` */
  refuseWhenFull(): void {
    if (this.#closed || this.#waiting.length >= this.#maxWaiting)
      throw new DomainError('FILES_BUSY');
  }

  /**
   * @param content read when its turn has come, so that few files are in memory
   * @throws DomainError `FILES_BUSY`, `FILE_UNCHECKABLE` {reason}, and what the task refuses
   */
  run<Name extends TaskName>(
    task: Name,
    asked: Tasks[Name]['asked'],
    { person, content }: { person: string; content: () => Promise<Uint8Array> },
  ): Promise<Tasks[Name]['answer']> {
    return new Promise((resolve, reject) => {
      this.refuseWhenFull();
      const start = () =>
        this.#perform({ task, asked }, content).then(
          (answer) => resolve(answer as Tasks[Name]['answer']),
          reject,
        );
      this.#enqueue(person, start, () => reject(new DomainError('FILES_BUSY')));
      this.#next();
    });
  }

  /** Ends the processes. What waits is refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((worker) => worker.end()));
  }

  /** In the order they came, but nobody's second before another's first. */
  #enqueue(person: string, start: Job['start'], refuse: () => void): void {
    const all = [...this.#running, ...this.#waiting.map((job) => job.person)];
    const round = all.filter((one) => one === person).length;
    const later = this.#waiting.findIndex((job) => job.round > round);
    const late = setTimeout(() => {
      this.#waiting.splice(this.#waiting.indexOf(job), 1);
      refuse();
    }, this.#patienceMs);
    const job: Job = { person, round, start, late };
    this.#waiting.splice(later === -1 ? this.#waiting.length : later, 0, job);
  }

  #next(): void {
    if (this.#running.length >= this.#processes) return;
    const job = this.#waiting.shift();
    if (!job) return;
    clearTimeout(job.late);
    this.#running.push(job.person);
    void job.start().finally(() => {
      this.#running.splice(this.#running.indexOf(job.person), 1);
      this.#next();
    });
  }

  async #perform(
    order: { task: TaskName; asked: Tasks[TaskName]['asked'] },
    content: () => Promise<Uint8Array>,
  ): Promise<unknown> {
    const bytes = await content();
    if (this.#closed) throw new DomainError('FILES_BUSY');
    const spentBefore = this.#spent.of(order.task, bytes);
    spentBefore.refuse();
    const worker = this.#idle.pop() ?? new OneWorker(this.#limits);
    this.#busy.add(worker);
    let spent = false;
    try {
      return await worker.ask({ ...order, bytes });
    } catch (error) {
      spent = !isDomainError(error) || error.code === 'FILE_UNCHECKABLE';
      if (spent && isDomainError(error)) spentBefore.note(error);
      throw error;
    } finally {
      this.#busy.delete(worker);
      if (spent || this.#closed || worker.orders >= FILES_A_PROCESS) await worker.end();
      else this.#idle.push(worker);
    }
  }
}
