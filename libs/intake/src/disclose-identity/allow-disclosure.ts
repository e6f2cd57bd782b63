import type { RequestContext } from '@minh-bach/http';
import { commandIdFrom, isDomainError, type RecordedEvent } from '@minh-bach/kernel';
import type { ServiceRuntime } from '@minh-bach/platform';
import { accountKnownSince } from './account-age.ts';
import { disclosuresBy } from './disclosures-by.ts';
import {
  HOUR_MS,
  disclosureLimitDecider,
  type AskToDisclose,
} from '../domain/disclosure-limit.decider.ts';

/**
 * Counts a disclosure in the stream of who asks, before anything opens. A refusal is on the record
 * too, as a command of its own: the one refused may be sent again when the hour is over.
 *
 * @returns what was recorded: now, or at the first try of this request
 * @throws DomainError `DISCLOSURE_LIMIT` {atMost, seconds, minutes}; whatever the log throws
 */
export async function allowDisclosure(
  service: ServiceRuntime,
  disclosure: Pick<AskToDisclose, 'matter' | 'purpose'>,
  { ifMatch: _, ...context }: RequestContext,
): Promise<readonly RecordedEvent[]> {
  const { runner, secret, infrastructure } = service;
  const accountSince = await accountKnownSince(service, context.actor.person);
  const ask = (type: AskToDisclose['type'], commandId: string) =>
    runner.run({
      decider: disclosureLimitDecider,
      stream: disclosuresBy(context.actor.person),
      command: {
        type,
        ...disclosure,
        atMost: infrastructure.limits.MB_DISCLOSURES_PER_HOUR,
        ...(accountSince === undefined ? {} : { accountSince }),
      },
      context: { ...context, commandId },
      remembersMs: HOUR_MS,
    });
  try {
    return (await ask('AllowDisclosure', context.commandId)).events;
  } catch (error) {
    if (isDomainError(error, 'DISCLOSURE_LIMIT'))
      await ask('NoteRefusal', commandIdFrom(secret, 'disclosure refused', context.commandId));
    throw error;
  }
}
