import { readFile, writeFile } from 'node:fs/promises';
import {
  createEventStoreDbEventStore,
  createPostgresEventStore,
  type EventStore,
} from '@minh-bach/event-store';
import type { JsonLogger } from '@minh-bach/http';

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
  readonly elsewhere?: LogElsewhere | undefined;
  /** In the database: whether this account makes the schema. */
  readonly makesSchema: boolean;
  readonly log: JsonLogger;
}

/**
 * The log of this process: in an EventStoreDB where one is named, else in the database with the rows.
 *
 * @throws DomainError `FOREIGN_LOG` {log, expected}: appends would land where nobody looks for them
 */
export async function openLog(options: OpenLogOptions): Promise<EventStore> {
  const { databaseUrl, elsewhere, makesSchema, log } = options;
  const onRetry = ({ doing, error }: { doing: string; error: unknown }) =>
    log.failure(`trying again: ${doing}`, error);
  if (!elsewhere)
    return createPostgresEventStore({ connectionString: databaseUrl, makesSchema, onRetry });

  const { url, idFile } = elsewhere;
  const id = elsewhere.id ?? (idFile === undefined ? undefined : await keptIn(idFile));
  const store = await createEventStoreDbEventStore({
    connectionString: url,
    ...(id !== undefined && { log: id }),
    onRetry,
  });
  if (id === undefined && idFile !== undefined)
    await writeFile(idFile, store.log, { flag: 'wx', flush: true });
  log.info('the log is in EventStoreDB', { log: store.log });
  return store;
}

async function keptIn(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
