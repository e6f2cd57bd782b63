import type { Rebuild } from '@minh-bach/contracts';
import { isDomainError } from '@minh-bach/kernel';
import type { ReadModel } from '@minh-bach/projections';

/** Rebuilds while nobody waits for them. Only one runs at a time, in whichever process. */
export class BackgroundRebuild {
  #last: Rebuild | undefined;
  #running: Promise<unknown> = Promise.resolve();
  readonly #stop = new AbortController();

  constructor(
    private readonly readModel: Pick<ReadModel, 'rebuild'>,
    private readonly onEnd: (rebuild: Rebuild) => void,
  ) {}

  /** The one that runs in this process, or ran last. */
  get last(): Rebuild | undefined {
    return this.#last;
  }

  /**
   * Resolves once it has really begun. Under the id of the last one that one is answered, whatever
   * became of it.
   *
   * @throws DomainError `REBUILD_RUNNING`: here or in another process
   */
  start(id: string): Promise<Rebuild> {
    if (this.#last?.id === id) return Promise.resolve(this.#last);
    return new Promise((begun, refused) => {
      const ended = this.readModel
        .rebuild({
          signal: this.#stop.signal,
          onProgress: (progress) => {
            // Done only when the old rows are gone, too, and another one may begin.
            const phase = progress.phase === 'done' ? 'swapping' : progress.phase;
            this.#last = { id, ...progress, phase, code: null };
            begun(this.#last);
          },
        })
        .then(
          () => this.#end(id, { phase: 'done' }),
          (error: unknown) => {
            refused(error);
            const code = isDomainError(error) ? error.code : 'REBUILD_FAILED';
            this.#end(id, { phase: 'failed', code });
          },
        );
      this.#running = Promise.all([this.#running, ended]);
    });
  }

  /** Gives up what runs: the live rows stay as they are. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  #end(id: string, end: Pick<Rebuild, 'phase'> & Partial<Pick<Rebuild, 'code'>>): void {
    // One that was refused has never begun, and may not speak for the one that runs.
    if (this.#last?.id !== id) return;
    this.#last = { ...this.#last, ...end };
    this.onEnd(this.#last);
  }
}
