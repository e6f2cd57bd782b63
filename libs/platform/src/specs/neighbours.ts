import { randomUUID } from 'node:crypto';
import { DIRECTORY_TOPIC, type DirectoryEntryV1, type Topic } from '@minh-bach/contracts';
import type { EventData, EventStore } from '@minh-bach/event-store';
import {
  EventRegistry,
  canonicalBytes,
  defineEvent,
  system,
  type Actor,
  type Clock,
  type EventMetadata,
} from '@minh-bach/kernel';
import type { Publication } from '@minh-bach/messaging';
import { z } from 'zod';

const told = defineEvent('Told', z.strictObject({ type: z.string(), data: z.unknown() }));
const registry = new EventRegistry([told]);

/** For specs: the other services, as far as one hears them. What they tell goes by the log. */
export const neighbour = (topic: Topic): Publication => ({
  topic,
  streamPrefix: `neighbour-${topic}.`,
  events: registry,
  translate: ({ event }) => event.data as z.infer<typeof told.schema>,
});

function eventOf(
  type: string,
  data: Uint8Array,
  now: string,
  actor: Actor = system('neighbour'),
): EventData {
  const id = randomUUID();
  const metadata: EventMetadata = {
    correlationId: id,
    causationId: id,
    commandId: id,
    requestHash: 'spec',
    actor,
    salt: id,
    occurredAt: now,
    recordedAt: now,
    schemaVersion: 1,
  };
  return { id, type, data, metadata: canonicalBytes(metadata) };
}

export class Neighbours {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** @param about the matter, whose messages keep their order */
  async tell(topic: Topic, about: string, type: string, data: unknown): Promise<void> {
    const told = registry.encode({ type: 'Told', data: { type, data } });
    const now = this.clock.now().toISOString();
    await this.store.append(`neighbour-${topic}.${about}`, [eventOf('Told', told, now)], 'any');
  }

  /** Appends an event to another service's own stream, as that service would: nobody is told. */
  async writes(stream: string, type: string, data: object, by?: Actor): Promise<void> {
    const now = this.clock.now().toISOString();
    await this.store.append(stream, [eventOf(type, canonicalBytes(data), now, by)], 'any');
  }

  async tellDirectory(entries: readonly DirectoryEntryV1[]): Promise<void> {
    for (const entry of entries)
      await this.tell(DIRECTORY_TOPIC, `${entry.kind}-${entry.id}`, 'DirectoryEntryChanged', entry);
  }
}
