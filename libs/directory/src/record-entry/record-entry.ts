import { entryAnswerSchema, recordEntry } from '@minh-bach/contracts';
import type { RequestContext } from '@minh-bach/http';
import { useCase, type ServiceRuntime } from '@minh-bach/platform';
import { changeEntry, type Changed } from '../change-directory/change-entry.ts';
import type { Entry } from '../domain/entry.events.ts';

interface ChangedEntry extends Changed {
  readonly id: string;
}

/** Asks for a change, and keeps whose it is for the answer. */
export const changed = async (
  service: ServiceRuntime,
  entry: Entry,
  context: RequestContext,
): Promise<ChangedEntry> => ({ id: entry.id, ...(await changeEntry(service, entry, context)) });

export const entryAnswers = {
  schema: entryAnswerSchema,
  of: ({ id, proposal }: ChangedEntry) => ({ id, proposal }),
};

export const recordedEntry = useCase(
  recordEntry,
  ({ service, body, context }) => changed(service, body, context),
  entryAnswers,
);
