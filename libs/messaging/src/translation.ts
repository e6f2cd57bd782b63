import { createHash } from 'node:crypto';
import type { EventStore, StoredEvent } from '@minh-bach/event-store';
import type { EventRegistry, RecordedEvent } from '@minh-bach/kernel';
import { dataByContract, type Contracts } from './contracts.ts';
import type { Message, Publication } from './messaging.ts';

/** All that messaging asks of an event store. */
export type EventLog = Pick<EventStore, 'subscribe'>;

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

/**
 * Turns a run of stored events, in log order, into messages; silent about those that are nobody's
 * business. `relayed` knows the revision relayed last of each stream, and is brought up to date.
 */
export function toMessages(
  stored: readonly StoredEvent[],
  publications: readonly Publication[],
  contracts: Contracts,
  relayed: Map<string, number>,
): Message[] {
  return stored.flatMap((event) => {
    const publication = publications.find((p) => event.stream.startsWith(p.streamPrefix));
    if (!publication) return [];
    const recorded = recordedEvent(publication.events, event);
    const translated = publication.translate(recorded);
    if (!translated) return [];
    const previous = relayed.get(event.stream) ?? null;
    if (previous === null || previous < event.revision) relayed.set(event.stream, event.revision);
    return [messageOf(recorded, publication.topic, { ...translated, previous }, contracts)];
  });
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
