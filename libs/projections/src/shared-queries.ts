import type { Rows } from './memo.ts';

interface Asking {
  readonly running: Promise<unknown>;
  next?: Promise<unknown>;
}

/**
 * Those who ask the same at the same time share one query. It is sent after each of them asked, so no
 * answer is older than its question. An answer is shared: nobody may change it.
 */
export class SharedQueries implements Rows {
  readonly #asking = new Map<string, Asking>();

  constructor(private readonly rows: Rows) {}

  query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T> {
    const key = JSON.stringify([sql, parameters]);
    const send = () => {
      const running = this.rows.query<T>(sql, [...parameters]);
      const asking: Asking = { running };
      this.#asking.set(key, asking);
      const end = () => {
        if (this.#asking.get(key) === asking && !asking.next) this.#asking.delete(key);
      };
      running.then(end, end);
      return running;
    };
    const asking = this.#asking.get(key);
    if (!asking) return send();
    asking.next ??= asking.running.then(send, send);
    return asking.next as Promise<T>;
  }
}
