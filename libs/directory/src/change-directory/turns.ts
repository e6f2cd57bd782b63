import type { ServiceRuntime } from '@minh-bach/platform';

/** Any number; all who change the directory take the same lock. */
const LOCK = 7_420_033;

/**
 * Changes of the directory, one after the other, in whatever process: what one of them may do depends on
 * entries of other streams. Each begins with rows that hold all that was recorded before.
 */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly service: ServiceRuntime) {}

  /** @throws DomainError `PROJECTION_LATE`; whatever `work` refuses */
  take<T>(work: () => Promise<T>): Promise<T> {
    // At most one of this process waits for the lock, so that it keeps few connections.
    const turn = this.#last.then(() => this.#locked(work));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #locked<T>(work: () => Promise<T>): Promise<T> {
    const { rights, infrastructure } = this.service;
    return rights.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
      await rights.waitFor(await infrastructure.store.head());
      return work();
    });
  }
}
