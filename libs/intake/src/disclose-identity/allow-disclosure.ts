import { willOf } from '@minh-bach/contracts';
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
 * Counts a disclosure in the stream of who asks, and of the head for whom they act, before anything opens. A refusal is on the record
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
  const [asker, head] = willOf(context.actor) as [string, string?];
  const accountSince = await accountKnownSince(service, asker);
  const ask = (type: AskToDisclose['type'], commandId: string, who = asker) =>
    runner.run({
      decider: disclosureLimitDecider,
      stream: disclosuresBy(who),
      command: {
        type,
        ...disclosure,
        atMost: infrastructure.limits.MB_DISCLOSURES_PER_HOUR,
        // The account is the asker's: it is new or old by their own stream alone.
        ...(accountSince === undefined || who !== asker ? {} : { accountSince }),
      },
      context: { ...context, commandId },
      remembersMs: HOUR_MS,
    });
  try {
    const { events } = await ask('AllowDisclosure', context.commandId);
    if (head === undefined) return events;
    const forHead = commandIdFrom(secret, 'disclosure for a head', context.commandId);
    return [...events, ...(await ask('AllowDisclosure', forHead, head)).events];
  } catch (error) {
    if (isDomainError(error, 'DISCLOSURE_LIMIT'))
      await ask('NoteRefusal', commandIdFrom(secret, 'disclosure refused', context.commandId));
    throw error;
  }
}
