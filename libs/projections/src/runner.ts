import { DomainError } from '@minh-bach/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { AdvisoryLock, locksOf } from './advisory-lock.ts';
import { readCheckpoint, takeOver } from './checkpoint.ts';
import type { CheckpointWatch } from './checkpoint-watch.ts';
import { failureOf, isPassing, reasonOf } from './failure.ts';
import { follow } from './follow.ts';
import type { Settings } from './options.ts';
import { compareVersions, versionsOf } from './projection.ts';
import { rebuild } from './rebuild.ts';
import type { ReadModelStatus } from './status.ts';

type State = Omit<ReadModelStatus, 'checkpoint'>;

/** Pauses double: a fence is read again at once, a server that is away is not pestered. */
const FIRST_RETRY_MS = 10;
const LAST_RETRY_MS = 5000;

/** Keeps the rows up to date for as long as this process holds the lease; one process at a time. */
export class Runner {
  #state: State = { state: 'stopped', caughtUp: false };
  #stop = new AbortController();
  #running: Promise<void> | undefined;
  #retryMs = FIRST_RETRY_MS;

  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
    private readonly watch: CheckpointWatch,
  ) {}

  get state(): State {
    return this.#state;
  }

  start(): void {
    if (this.#running) return;
    this.#stop = new AbortController();
    this.#running = this.#run(this.#stop.signal).finally(() => (this.#running = undefined));
  }

  /** Lets the batch in progress commit. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    if (this.#state.state !== 'failed') this.#state = { state: 'stopped', caughtUp: false };
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { schema, log } = this.settings;
    while (!signal.aborted) {
      try {
        await this.#renew(signal);
        await this.#lead(signal);
      } catch (error) {
        if (signal.aborted) return;
        if (!isPassing(error)) {
          const failure = failureOf(error);
          this.#state = { state: 'failed', caughtUp: false, error: failure };
          log.error({ schema, ...failure }, 'read model stopped');
          return;
        }
        this.#state = { state: 'retrying', caughtUp: false };
        log.info({ schema, ...reasonOf(error) }, 'read model tries again');
        await sleep(this.#retryMs, undefined, { signal }).catch(() => undefined);
        this.#retryMs = Math.min(2 * this.#retryMs, LAST_RETRY_MS);
      }
    }
  }

  /** Rows that older code built are replaced before anything is added to them. */
  async #renew(signal: AbortSignal): Promise<void> {
    const { schema, projections, log } = this.settings;
    const { versions: stored } = await readCheckpoint(this.dataSource);
    const own = versionsOf(projections);
    const difference = compareVersions(own, stored);
    if (difference === 'same') return;
    if (difference === 'older') throw new DomainError('READ_MODEL_NEWER', { schema, own, stored });
    log.info({ schema, own, stored }, 'read model is rebuilt for new code');
    await rebuild(this.dataSource, this.settings, {
      signal,
      onProgress: (progress) => {
        this.#state = { state: 'rebuilding', caughtUp: false, rebuild: progress };
        log.info({ schema, ...progress }, 'rebuilding read model');
      },
    });
  }

  async #lead(signal: AbortSignal): Promise<void> {
    const { url, schema } = this.settings;
    const lease = await AdvisoryLock.wait(url, locksOf(schema).runner, {
      signal,
      onWait: () => (this.#state = { state: 'standby', caughtUp: false }),
    });
    try {
      const from = await takeOver(this.dataSource);
      // Another process may have swapped while we stood by.
      const own = versionsOf(this.settings.projections);
      if (compareVersions(own, from.versions) !== 'same') return;
      this.#state = { state: 'running', caughtUp: false };
      this.watch.leadsFrom(from.position);
      await follow(this.dataSource, this.settings, from, {
        signal: AbortSignal.any([signal, lease.lost]),
        onMove: (position, caughtUp, streams, committed) => {
          this.#state = { state: 'running', caughtUp };
          this.#retryMs = FIRST_RETRY_MS;
          this.watch.moved(position, streams, committed);
        },
      });
    } finally {
      this.watch.leadsNoMore();
      await lease.release();
    }
  }
}
