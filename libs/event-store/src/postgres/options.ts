import type { ClientConfig } from 'pg';

export interface PostgresEventStoreOptions {
  readonly connectionString: string;

  /** Connections for reading; one more writes, one more listens. @default 8 */
  readonly readers?: number;

  /** How long one batch or one page may take, in the server and on the way. @default 5000 */
  readonly answerWithinMs?: number;

  /** How long an append is tried again while the server is away. @default 15000 */
  readonly giveUpAfterMs?: number;

  /** How often the head is looked at, in case a notification was lost. @default 500 */
  readonly pollMs?: number;

  /**
   * Boots on a server that does not wait for the disk. Events told to be stored may then be lost:
   * for specs only.
   *
   * @default false
   */
  readonly mayLoseEventsInTests?: boolean;

  /**
   * `false`: another account owns the log's schema and has made it; this one reads and appends.
   *
   * @default true
   */
  readonly makesSchema?: boolean;

  /** Told of failures that are tried again, for the log; never holds anything personal. */
  readonly onRetry?: (failure: { doing: string; error: unknown }) => void;
}

export type Settings = Required<PostgresEventStoreOptions>;

export const withDefaults = (options: PostgresEventStoreOptions): Settings => ({
  readers: 8,
  answerWithinMs: 5_000,
  giveUpAfterMs: 15_000,
  pollMs: 500,
  mayLoseEventsInTests: false,
  makesSchema: true,
  onRetry: () => {},
  ...options,
});

const PLANS = { jit: 'off', plan_cache_mode: 'force_generic_plan', enable_bitmapscan: 'off' };
/** Whatever the account or the database was told: `log.append` refuses any other isolation. */
const TRANSACTIONS = {
  default_transaction_isolation: 'read\\ committed',
  default_transaction_read_only: 'off',
};

/**
 * Of every connection of the store. The server gives up a little before we do, so that what it
 * gave up is certainly not stored; and plans are made once, not once an append. Pages of the log are read
 * in the order of an index: a bitmap would fetch all that is left of the log and sort it.
 */
export const connectionConfig = (settings: Settings): ClientConfig => {
  const withinServer = Math.ceil(settings.answerWithinMs * 0.8);
  return {
    connectionString: settings.connectionString,
    application_name: 'minh-bach-log',
    connectionTimeoutMillis: settings.answerWithinMs,
    query_timeout: settings.answerWithinMs,
    statement_timeout: withinServer,
    lock_timeout: withinServer,
    idle_in_transaction_session_timeout: withinServer,
    keepAlive: true,
    options: flagsOf({ ...PLANS, ...TRANSACTIONS }),
  };
};

const flagsOf = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
