import { DomainError } from '@minh-bach/kernel';
import { backoffMs, pause } from '../backoff.ts';
import { readConnectionString } from './connection-string.ts';
import { EventStoreDbEventStore } from './eventstoredb-event-store.ts';
import { failed, isRefusal } from './failures.ts';
import { logIdOf } from './log-id.ts';
import { withDefaults, type EventStoreDbEventStoreOptions } from './options.ts';
import type { EventStore } from '../event-store.ts';
import type { EventStoreDbEngine } from './engine.ts';

/**
 * The log in an EventStoreDB; it is given an id when it has none. A process has one of these at a time.
 *
 * @throws DomainError `FOREIGN_LOG` {log, expected}: not the log that it must be
 * @throws DomainError `STORE_UNAVAILABLE` {reason}: no answer, a certificate that is not trusted, no rights
 */
export async function createEventStoreDbEventStore(
  options: EventStoreDbEventStoreOptions,
): Promise<EventStore & { readonly log: string }> {
  const { url } = readConnectionString(options.connectionString);
  const settings = withDefaults(options);
  // Only a process whose log is here loads the client.
  const { connect } = await import('./db-client.engine.ts');
  const engine = connect(url, settings.answerWithinMs);
  try {
    return new EventStoreDbEventStore(engine, await firstAnswer(engine, options), settings);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function firstAnswer(
  engine: EventStoreDbEngine,
  options: EventStoreDbEventStoreOptions,
): Promise<string> {
  const { giveUpAfterMs, onRetry } = withDefaults(options);
  const giveUpAt = performance.now() + giveUpAfterMs;
  for (let failures = 0; ; failures += 1) {
    try {
      return await logIdOf(engine, options);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      if (isRefusal(error) || performance.now() > giveUpAt) throw failed(error);
      onRetry({ doing: 'log.identify', error });
      await pause(backoffMs(failures), new AbortController().signal);
    }
  }
}
