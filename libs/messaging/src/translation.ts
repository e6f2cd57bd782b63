import { createHash } from 'node:crypto';
import type { EventStore, StoredEvent } from '@minh-bach/event-store';
import { DomainError, type EventRegistry, type RecordedEvent } from '@minh-bach/kernel';
import { dataByContract, integrationContracts, type Contracts } from './contracts.ts';
import type { Incoming, Message, MessageSource, Publication } from './messaging.ts';
import { waitsForUpgrade } from './outcome.ts';

/** All that messaging asks of an event store. */
export type EventLog = Pick<EventStore, 'subscribe' | 'readStream'>;

/** The same event gives the same id, in every adapter and after every restart. */
export function messageIdOf(topic: string, stream: string, eventId: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([topic, stream, eventId]))
    .digest('hex');
  // RFC 9562 version 8
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function recordedEvent(events: EventRegistry, stored: StoredEvent): RecordedEvent {
  const { id, stream, revision, position } = stored;
  const decoded = events.decode(stored.type, stored.data, stored.metadata);
  return { id, stream, revision, position, ...decoded };
}

/** @throws DomainError `EVENT_MISSING` */
export async function eventAt(
  log: EventLog,
  { stream, revision }: Pick<MessageSource, 'stream' | 'revision'>,
): Promise<StoredEvent> {
  for await (const event of log.readStream(stream, { from: revision })) return event;
  throw new DomainError('EVENT_MISSING', { stream, revision });
}

/**
 * Whether an event that is not stored yet could be told, once it is.
 *
 * @throws whatever stands in the way
 */
export function refuseUntranslatable(
  event: RecordedEvent,
  { topic, translate }: Publication,
  contracts: Contracts = integrationContracts,
): void {
  const translated = translate(event);
  if (translated) dataByContract(contracts, { topic, ...translated });
}

/**
 * One stored event as a message; `undefined` when it is nobody's business.
 *
 * @throws DomainError `UNTRANSLATABLE`; `EVENT_FROM_THE_FUTURE` and `UNKNOWN_EVENT_TYPE` of events
 *   that a newer instance wrote
 */
export function toMessage(
  event: StoredEvent,
  publication: Publication,
  contracts: Contracts,
  previous: number | null,
): Message | undefined {
  try {
    const recorded = recordedEvent(publication.events, event);
    const translated = publication.translate(recorded);
    return (
      translated && messageOf(recorded, publication.topic, { ...translated, previous }, contracts)
    );
  } catch (error) {
    if (waitsForUpgrade(error)) throw error;
    throw new DomainError('UNTRANSLATABLE', { type: event.type }, { cause: error });
  }
}

/**
 * Turns a run of stored events, in log order, into messages; silent about those that are nobody's
 * business. One that cannot be turned keeps its place. `relayed` knows the revision relayed last of
 * each stream, and is brought up to date.
 */
export function toMessages(
  stored: readonly StoredEvent[],
  publications: readonly Publication[],
  contracts: Contracts,
  relayed: Map<string, number>,
): Incoming[] {
  return stored.flatMap((event): Incoming[] => {
    const publication = publications.find((p) => event.stream.startsWith(p.streamPrefix));
    if (!publication) return [];
    const { stream, revision } = event;
    const previous = relayed.get(stream) ?? null;
    const source = { stream, revision, previous };
    const incoming = toMessageOrNot(event, publication, contracts, source);
    if (!incoming) return [];
    if (previous === null || previous < revision) relayed.set(stream, revision);
    return [incoming];
  });
}

function toMessageOrNot(
  event: StoredEvent,
  publication: Publication,
  contracts: Contracts,
  source: MessageSource,
): Incoming | undefined {
  try {
    return toMessage(event, publication, contracts, source.previous);
  } catch {
    return { topic: publication.topic, untranslated: true, source };
  }
}

function messageOf(
  { id, stream, revision, metadata }: RecordedEvent,
  topic: string,
  { type, data, previous }: { type: string; data: unknown; previous: number | null },
  contracts: Contracts,
): Message {
  return {
    id: messageIdOf(topic, stream, id),
    topic,
    type,
    data: dataByContract(contracts, { topic, type, data }),
    source: { stream, revision, previous },
    correlationId: metadata.correlationId,
    causationId: id,
    occurredAt: metadata.occurredAt,
    ...(metadata.traceparent !== undefined && { traceparent: metadata.traceparent }),
  };
}
