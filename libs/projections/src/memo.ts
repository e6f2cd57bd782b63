import type { DataSource } from 'typeorm';

/** All that those who only ask need of rows. */
export type Rows = Pick<DataSource, 'query'>;

/** Whatever happens, no answer is older. */
const MAX_AGE_MS = 10_000;
/** Nor older than this, where another process is the runner, which tells nobody of its commits. */
const MAX_AGE_BESIDE_MS = 1_000;
const MOST = 5_000;

interface Kept {
  readonly answer: Promise<unknown>;
  readonly since: number;
}

/**
 * Answers to queries, kept until rows change that they were made of: for rows that are few, seldom
 * change, and are asked for by every request. Those who ask the same at the same time share one query.
 * An answer is shared by all who ask: nobody may change it.
 */
export class Memo implements Rows {
  readonly #kept = new Map<string, Kept>();

  /** @param prefixes of the streams that the rows are made of */
  constructor(
    private readonly rows: Rows,
    private readonly prefixes: readonly string[],
    /** Whether the runner is in this process. */
    private readonly leads: () => boolean,
  ) {}

  query<T>(sql: string, parameters: readonly unknown[] = []): Promise<T> {
    const key = JSON.stringify([sql, parameters]);
    const known = this.#kept.get(key);
    const now = performance.now();
    const maxAge = this.leads() ? MAX_AGE_MS : MAX_AGE_BESIDE_MS;
    if (known && now - known.since < maxAge) return known.answer as Promise<T>;
    const answer = this.rows.query<T>(sql, [...parameters]);
    if (this.#kept.size >= MOST) this.#kept.clear();
    const kept = { answer, since: now };
    this.#kept.set(key, kept);
    answer.catch(() => this.#kept.get(key) === kept && this.#kept.delete(key));
    return answer;
  }

  /** Rows were changed by an event of this stream; `undefined`: by whatever another process knows of. */
  changedBy(streams: readonly string[] | undefined): void {
    const isMine = (stream: string) => this.prefixes.some((prefix) => stream.startsWith(prefix));
    if (streams?.some(isMine) ?? true) this.#kept.clear();
  }
}
