import { readFile, writeFile } from 'node:fs/promises';
import {
  createEventStoreDbEventStore,
  createPostgresEventStore,
  type EventStore,
} from '@minh-bach/event-store';
import type { JsonLogger } from '@minh-bach/http';
import { DomainError, isDomainError } from '@minh-bach/kernel';
import type { Pool } from 'pg';
import { logInDatabase, type LogInDatabase } from './log-in-database.ts';
import { notedLogs } from './position-tables.ts';

/** A log that is not in the database. */
export interface LogElsewhere {
  /** `esdb://…` */
  readonly url: string;
  /** The id of the log that the rows of this installation belong to; any other is refused. */
  readonly id?: string;
  /** Keeps that id from the first start on. */
  readonly idFile?: string;
}

export interface OpenLogOptions {
  readonly databaseUrl: string;
  /** Of the same database, as the account of this process. */
  readonly pool: Pool;
  readonly elsewhere?: LogElsewhere | undefined;
  /** In the database: whether this account makes the schema. */
  readonly makesSchema: boolean;
  readonly log: JsonLogger;
}

/**
 * The log of this process: in an EventStoreDB where one is named, else in the database with the rows.
 * Another log than the one that the rows were made of is refused, and left as it is: rows and positions
 * of one say nothing of another, and appends would land where nobody looks for them.
 *
 * @throws DomainError `FOREIGN_LOG` {log, expected}: the rows belong to another one
 * @throws DomainError `LOG_IN_POSTGRESQL` {log}: it was named in EventStoreDB, and is in the database
 * @throws DomainError `LOG_NOT_IN_POSTGRESQL` {expected}: it was not named in EventStoreDB, and is not here
 */
export async function openLog(options: OpenLogOptions): Promise<EventStore> {
  const { elsewhere, pool } = options;
  const noted = await notedLogs(pool);
  const inDatabase = await logInDatabase(pool);
  if (elsewhere) return openElsewhere({ ...options, elsewhere }, noted, inDatabase);
  for (const expected of noted) {
    if (expected === inDatabase?.id) continue;
    if (inDatabase?.hasEvents)
      throw new DomainError('FOREIGN_LOG', { log: inDatabase.id, expected });
    throw new DomainError('LOG_NOT_IN_POSTGRESQL', { expected });
  }
  const { databaseUrl, makesSchema } = options;
  const onRetry = retryLine(options.log);
  return createPostgresEventStore({ connectionString: databaseUrl, makesSchema, onRetry });
}

async function openElsewhere(
  { elsewhere, log }: OpenLogOptions & { readonly elsewhere: LogElsewhere },
  noted: readonly string[],
  inDatabase: LogInDatabase | undefined,
): Promise<EventStore> {
  const { url, idFile } = elsewhere;
  const told = elsewhere.id ?? (idFile === undefined ? undefined : await keptIn(idFile));
  const id = told ?? noted[0];
  for (const expected of noted) {
    if (expected === inDatabase?.id)
      throw new DomainError('LOG_IN_POSTGRESQL', { log: inDatabase.id });
    if (expected !== id) throw new DomainError('FOREIGN_LOG', { log: id, expected });
  }
  const store = await createEventStoreDbEventStore({
    connectionString: url,
    ...(id !== undefined && { log: id }),
    // Events that are in the database must have been copied before.
    mustBeThere: inDatabase?.hasEvents === true,
    onRetry: retryLine(log),
  }).catch((error: unknown) => {
    if (id === undefined && inDatabase && isDomainError(error, 'FOREIGN_LOG'))
      throw new DomainError('LOG_IN_POSTGRESQL', { log: inDatabase.id }, { cause: error });
    throw error;
  });
  if (told === undefined && idFile !== undefined)
    await writeFile(idFile, store.log, { flag: 'wx', flush: true });
  log.info('the log is in EventStoreDB', { log: store.log });
  return store;
}

const retryLine =
  (log: JsonLogger) =>
  ({ doing, error }: { doing: string; error: unknown }) =>
    log.failure(`trying again: ${doing}`, error);

async function keptIn(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
