import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/**
 * A lock that dies with its holder: PostgreSQL gives it to the next one when the connection ends.
 * It keeps processes apart that behave; what must hold even against one that does not know that it
 * has lost the lock is held by the checkpoint's fence.
 */
export class AdvisoryLock {
  readonly #lost = new AbortController();

  private constructor(private readonly client: pg.Client) {
    const lose = () => this.#lost.abort();
    client.on('error', lose).on('end', lose);
  }

  /** Aborts when the lock is held no longer. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Now, or not at all. */
  static async try(url: string, name: string): Promise<AdvisoryLock | undefined> {
    const lock = await AdvisoryLock.#connect(url, name);
    try {
      if (await lock.#take(name)) return lock;
    } catch (error) {
      await lock.release();
      throw error;
    }
    await lock.release();
    return undefined;
  }

  /** Waits until it is free, or throws when `signal` aborts; `onWait` is told if it is taken. */
  static async wait(
    url: string,
    name: string,
    {
      signal,
      onWait,
      everyMs = 250,
    }: { signal?: AbortSignal; onWait?: () => void; everyMs?: number } = {},
  ): Promise<AdvisoryLock> {
    const lock = await AdvisoryLock.#connect(url, name);
    try {
      for (let tries = 0; !(await lock.#take(name)); tries++) {
        if (tries === 0) onWait?.();
        // Polled: a blocked server process would not notice that its client has left.
        await sleep(everyMs, undefined, signal ? { signal } : {});
      }
      signal?.throwIfAborted();
      return lock;
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  async release(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }

  static async #connect(url: string, name: string): Promise<AdvisoryLock> {
    const client = new pg.Client({
      connectionString: url,
      application_name: name,
      keepAlive: true,
      // Lets the server free the lock of a machine that has gone without a word.
      options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3',
    });
    const lock = new AdvisoryLock(client);
    await client.connect();
    return lock;
  }

  async #take(name: string): Promise<boolean> {
    const { rows } = await this.client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [name],
    );
    return rows[0]?.taken === true;
  }
}

/** Names of the locks of a service's read model. */
export const locksOf = (schema: string) => ({
  runner: `projections ${schema} runner`,
  rebuild: `projections ${schema} rebuild`,
  migrate: `projections ${schema} migrate`,
});
