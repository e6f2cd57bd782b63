import { readConnectionString } from '@minh-bach/event-store';
import { BadConfig } from '@minh-bach/http';
import { z } from 'zod';
import type { LogElsewhere } from '../open-log.ts';
import { secretFile } from './secret-file.ts';

/** Where the log is, when it is not in the database; a part of what each service is told. */
export const eventStoreSettings = {
  /** `esdb://host:2113?…`, without a password. */
  MB_EVENTSTORE_URL: z.string().optional(),
  /** The same with one. */
  MB_EVENTSTORE_URL_FILE: secretFile.optional(),
  /** The id of the log, as the first start tells it. */
  MB_EVENTSTORE_LOG: z.uuid({ error: 'must be the id of a log' }).optional(),
};

export type EventStoreSettings = z.output<z.ZodObject<typeof eventStoreSettings>>;

/** @throws BadConfig */
export function logElsewhere(
  settings: EventStoreSettings,
  isProduction: boolean,
): LogElsewhere | undefined {
  const { MB_EVENTSTORE_URL: open, MB_EVENTSTORE_URL_FILE: secret } = settings;
  const { MB_EVENTSTORE_LOG: id } = settings;
  if (open !== undefined && secret !== undefined)
    throw new BadConfig(['MB_EVENTSTORE_URL: does not go with MB_EVENTSTORE_URL_FILE']);
  const given = secret ?? open;
  if (given === undefined) {
    if (id === undefined) return undefined;
    throw new BadConfig(['MB_EVENTSTORE_LOG: goes with an address of EventStoreDB']);
  }
  const name = secret === undefined ? 'MB_EVENTSTORE_URL' : 'MB_EVENTSTORE_URL_FILE';
  const { url, tls, hasPassword } = connectionIn(given, name);
  if (hasPassword && secret === undefined)
    throw new BadConfig([`${name}: holds a password; put it into MB_EVENTSTORE_URL_FILE`]);
  if (isProduction && (!tls || !hasPassword || id === undefined))
    throw new BadConfig([
      `${name}: production speaks TLS with EventStoreDB, as a user, and with the log that MB_EVENTSTORE_LOG names`,
    ]);
  return { url, ...(id !== undefined && { id }) };
}

/** @throws BadConfig that does not repeat what was given */
function connectionIn(text: string, name: string) {
  try {
    return readConnectionString(text);
  } catch (error) {
    throw new BadConfig([`${name}: ${(error as Error).message}`]);
  }
}
