import { DomainError, outliveLostConnections } from '@minh-bach/kernel';
import pg from 'pg';
import { backoffMs, pause } from '../backoff.ts';
import { isTransient, unavailable } from './failures.ts';
import { connectionConfig } from './options.ts';
import type { Settings } from './options.ts';

export interface Query {
  /** Of the prepared statement. */
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The connections that read. */
export class Reader {
  private readonly pool: pg.Pool;
  private closed = false;

  constructor(private readonly settings: Settings) {
    this.pool = new pg.Pool({ ...connectionConfig(settings), max: settings.readers });
    // A connection that dies while nobody uses it: the pool has let it go already.
    this.pool.on('error', () => {});
    outliveLostConnections(this.pool);
  }

  /** Once. @throws DomainError `STORE_UNAVAILABLE` */
  async query<Row extends pg.QueryResultRow>(query: Query): Promise<Row[]> {
    if (this.closed) throw new DomainError('STORE_UNAVAILABLE');
    try {
      const { rows } = await this.pool.query<Row>({ ...query, values: [...query.values] });
      return rows;
    } catch (cause) {
      throw unavailable(cause);
    }
  }

  /**
   * Until it is answered, the signal aborts, or it is certain that it never will be.
   *
   * @returns `undefined` when the signal aborted
   * @throws DomainError `STORE_UNAVAILABLE`
   */
  async persist<Row extends pg.QueryResultRow>(
    query: Query,
    signal: AbortSignal,
  ): Promise<Row[] | undefined> {
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        return await this.query<Row>(query);
      } catch (error) {
        const { cause } = error as DomainError;
        if (this.closed || !isTransient(cause)) throw error;
        this.settings.onRetry({ doing: query.name, error: cause });
        await pause(backoffMs(failures), signal);
      }
    }
    return undefined;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.pool.end();
  }
}
