import { comparePositions, type Position } from '@minh-bach/event-store';
import { EventEmitter, once } from 'node:events';
import type { DataSource } from 'typeorm';
import { readCheckpoint } from './checkpoint.ts';

const FIRST_POLL_MS = 20;
const LAST_POLL_MS = 200;

/**
 * Knows how far the rows have come: at once where the runner is in this process, by polling where
 * it is in another one. (`NOTIFY` would take a lock of the whole cluster at each commit.)
 */
export class CheckpointWatch {
  readonly #moves = new EventEmitter().setMaxListeners(0);
  #known: Position | undefined;
  /** What the runner in this process has committed itself; no more than the checkpoint says. */
  #committed: Position | undefined;
  /** The runner is in this process: what it says is all there is to know. */
  #leads = false;
  #reading: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    /** Rows were changed by events of these streams; `undefined`: of any. */
    private readonly onChange: (streams?: readonly string[]) => void = () => undefined,
  ) {}

  get known(): Position | undefined {
    return this.#known;
  }

  /** Said by the runner: after each look, with the streams of its events and its own last commit. */
  moved(to: Position | undefined, streams?: readonly string[], committed?: Position): void {
    if (to === undefined) return;
    if (committed !== undefined && this.#leads) this.#committed = committed;
    if (this.#known !== undefined && comparePositions(this.#known, to) >= 0) return;
    this.onChange(streams);
    this.#known = to;
    this.#moves.emit('moved');
  }

  /** The runner begins here. What was seen without a commit counts no more: the log may have gone back. */
  leadsFrom(at: Position | undefined): void {
    this.#leads = true;
    this.onChange();
    this.#known = at;
    this.#committed = at;
    this.#moves.emit('moved');
  }

  get leads(): boolean {
    return this.#leads;
  }

  /** From here on another process may run, or none. */
  leadsNoMore(): void {
    this.#leads = false;
    this.#committed = undefined;
    this.onChange();
  }

  hasPassed(position: Position): boolean {
    return isAsFar(this.#known, position);
  }

  /** Whether the checkpoint passes `position` within the time. */
  async passes(position: Position, timeoutMs: number): Promise<boolean> {
    return this.until(async () => {
      if (!this.hasPassed(position)) await this.look();
      return this.hasPassed(position);
    }, timeoutMs);
  }

  /**
   * The same by what was committed alone, until it says so or `signal` aborts. A process may know
   * more than the checkpoint says, where others' events went by, or less, where another one is the runner.
   */
  async commits(position: Position, signal: AbortSignal): Promise<void> {
    await this.until(async () => {
      if (signal.aborted) return true;
      if (!this.hasPassed(position)) await this.look();
      if (!this.hasPassed(position)) return false;
      if (isAsFar(this.#committed, position)) return true;
      return isAsFar((await readCheckpoint(this.dataSource)).position, position);
    }, Infinity);
  }

  /** Asks again after each commit, and every now and then, until the time is over. */
  async until(holds: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
    const end = performance.now() + timeoutMs;
    for (let pause = FIRST_POLL_MS; ; pause = Math.min(2 * pause, LAST_POLL_MS)) {
      if (await holds()) return true;
      const left = end - performance.now();
      if (left <= 0) return false;
      const signal = AbortSignal.timeout(Math.ceil(Math.min(pause, left)));
      await once(this.#moves, 'moved', { signal }).catch(() => undefined);
    }
  }

  /** Where another process may be the runner. All who wait share one query. */
  private async look(): Promise<void> {
    if (this.#leads) return;
    this.#reading ??= readCheckpoint(this.dataSource)
      .then(({ position }) => this.moved(position))
      .finally(() => (this.#reading = undefined));
    await this.#reading;
  }
}

const isAsFar = (at: Position | undefined, position: Position): boolean =>
  at !== undefined && comparePositions(at, position) >= 0;
