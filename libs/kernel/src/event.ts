import { z } from 'zod';
import { actorSchema } from './actor.ts';

/** What happened, as a decider says it: a type from the registry and its data. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/**
 * The envelope around an event: who, when, why, and in which version of its shape. `log.append` in the
 * event store's schema.sql asks accounts for the keys that are not optional.
 */
export const metadataSchema = z.strictObject({
  /** One per story: all that follows from one command of a person. */
  correlationId: z.string(),
  /** The event or command that this one answers. */
  causationId: z.string(),
  commandId: z.string(),
  /** Keyed hash of the request: another body under the same key is refused. */
  requestHash: z.string(),
  actor: actorSchema,
  /** 16 random bytes, base64url: a leaf of the proof confirms no guess of its content. */
  salt: z.string(),
  /** When it happened; may lie before `recordedAt`, then with a reason. ISO instant, UTC. */
  occurredAt: z.string(),
  occurredReason: z.string().exactOptional(),
  /** When we wrote it down, by the injected clock. ISO instant, UTC. */
  recordedAt: z.string(),
  schemaVersion: z.number().int().positive(),
  /** W3C trace context. */
  traceparent: z.string().exactOptional(),
  /** Place for the signature of the service. */
  signature: z.string().exactOptional(),
});

export type EventMetadata = Readonly<z.infer<typeof metadataSchema>>;

/** What `evolve` may look at beside the event itself. */
export type EventContext = Pick<EventMetadata, 'actor' | 'recordedAt' | 'occurredAt'>;

/** An event as read from the log: decoded, upcast, with its place. Sealed fields stay sealed. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> {
  readonly id: string;
  readonly stream: string;
  /** From 0, without gaps. */
  readonly revision: number;
  /** Opaque place in the whole log; comparable within one log only. */
  readonly position: string;
  readonly event: E;
  readonly metadata: EventMetadata;
}
