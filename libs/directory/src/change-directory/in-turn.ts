import type { ServiceRuntime } from '@minh-bach/platform';

/** Any number; all who change the directory take the same lock. */
const LOCK = 7_420_033;

/** The last that waits in this process: at most one waits for the lock, so that it keeps few connections. */
const last = new WeakMap<ServiceRuntime, Promise<unknown>>();

/**
 * Changes of the directory, one after the other, in whatever process: what one of them may do depends on
 * entries of other streams. Each begins with rows that hold all that was recorded before.
 *
 * @throws DomainError `PROJECTION_LATE`; whatever `work` refuses
 */
export function inTurn<T>(service: ServiceRuntime, work: () => Promise<T>): Promise<T> {
  const turn = (last.get(service) ?? Promise.resolve()).then(() => locked(service, work));
  last.set(
    service,
    turn.catch(() => undefined),
  );
  return turn;
}

function locked<T>({ rights, infrastructure }: ServiceRuntime, work: () => Promise<T>): Promise<T> {
  return rights.dataSource.transaction(async (manager) => {
    await manager.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await rights.waitFor(await infrastructure.store.head());
    return work();
  });
}
