import type { Actor, DomainEvent, EventMetadata, RecordedEvent } from '@minh-bach/kernel';

/** Events as if they had been read from a log: ids, revisions and envelope are made up. */
export function recorded<E extends DomainEvent>(
  stream: string,
  events: readonly E[],
  { actor, now }: { readonly actor: Actor; readonly now: string },
): RecordedEvent<E>[] {
  return events.map((event, revision) => ({
    id: `00000000-0000-8000-8000-${String(revision).padStart(12, '0')}`,
    stream,
    revision,
    position: `spec:${revision}`,
    event,
    metadata: envelope(actor, now),
  }));
}

const envelope = (actor: Actor, now: string): EventMetadata => ({
  correlationId: 'correlation',
  causationId: 'cause',
  commandId: 'command',
  requestHash: 'request',
  actor,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
  occurredAt: now,
  recordedAt: now,
  schemaVersion: 1,
});
