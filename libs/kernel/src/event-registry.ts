import type { z } from 'zod';
import { system } from './actor.ts';
import { canonicalBytes, parseBytes } from './canonical.ts';
import { DomainError } from './domain-error.ts';
import { markedValues, type Mark } from './marks.ts';
import { metadataSchema, type DomainEvent, type EventMetadata } from './event.ts';

/** Turns the data of version n into that of version n + 1. */
export type Upcaster = (data: unknown) => unknown;

export interface EventDefinition<
  Type extends string = string,
  Schema extends z.ZodType = z.ZodType,
> {
  readonly type: Type;
  /** The version that is written now. */
  readonly version: number;
  readonly schema: Schema;
  /** One per older version, the key being the version it reads. */
  readonly upcasters: Readonly<Record<number, Upcaster>>;
  /** No decision rests on it, as on a note: it makes nothing stale that a person has seen. */
  isAside?(data: z.infer<Schema>): boolean;
  /**
   * It says something of another matter, which readers of this one may not know of: no history shows it, and
   * the revisions that people see do not count it.
   */
  readonly isUntold: boolean;
}

type Options<Schema extends z.ZodType> = Partial<
  Pick<EventDefinition<string, Schema>, 'version' | 'upcasters' | 'isAside' | 'isUntold'>
>;

export const defineEvent = <Type extends string, Schema extends z.ZodType>(
  type: Type,
  schema: Schema,
  { version = 1, upcasters = {}, isAside = () => false, isUntold = false }: Options<Schema> = {},
): EventDefinition<Type, Schema> => ({ type, version, schema, upcasters, isAside, isUntold });

/** The event that a definition describes. */
export type EventOf<D> =
  D extends EventDefinition<infer Type, infer Schema> ? DomainEvent<Type, z.infer<Schema>> : never;

/**
 * The explicit list of all event types of a service. A type is never a class name, and one that is
 * not here stops deciders and projections: skipping it would be forgetting what happened.
 */
export class EventRegistry {
  readonly #definitions: ReadonlyMap<string, EventDefinition>;

  constructor(definitions: readonly EventDefinition[]) {
    this.#definitions = new Map(definitions.map((d) => [d.type, d]));
    if (this.#definitions.size !== definitions.length) throw new DomainError('EVENT_TYPE_TWICE');
  }

  get types(): readonly string[] {
    return [...this.#definitions.keys()];
  }

  definition(type: string): EventDefinition {
    const definition = this.#definitions.get(type);
    if (!definition) throw new DomainError('UNKNOWN_EVENT_TYPE', { type });
    return definition;
  }

  /** The values of the fields of an event that its type marks so. */
  marked(mark: Mark, { type, data }: DomainEvent): string[] {
    return markedValues(mark, this.definition(type).schema, data);
  }

  /** Canonical bytes of data that fits the current shape (sealed fields may be sealed already). */
  encode({ type, data }: DomainEvent): Uint8Array {
    return canonicalBytes(this.definition(type).schema.parse(data));
  }

  /** Any version ever written, as the current one. */
  decode(type: string, data: Uint8Array, metadata: Uint8Array) {
    const meta: EventMetadata = metadataSchema.parse(ourEnvelope(metadata));
    const { version, schema, upcasters } = this.definition(type);
    let value = parseBytes(data);
    for (let v = meta.schemaVersion; v < version; v++) {
      const upcast = upcasters[v];
      if (!upcast) throw new DomainError('NO_UPCASTER', { type, version: v });
      value = upcast(value);
    }
    if (meta.schemaVersion > version)
      throw new DomainError('EVENT_FROM_THE_FUTURE', { type, version: meta.schemaVersion });
    return { event: { type, data: schema.parse(value) } as DomainEvent, metadata: meta };
  }
}

/**
 * Any version of the product writes which one it is.
 *
 * @throws DomainError `FOREIGN_EVENT`: somebody else has written it
 */
function ourEnvelope(metadata: Uint8Array): unknown {
  const envelope = readable(metadata) as { schemaVersion?: unknown };
  if (typeof envelope.schemaVersion !== 'number') throw new DomainError('FOREIGN_EVENT');
  return envelope;
}

/** An event of another service's stream: its data as stored, in whatever version that was. */
export const decodeAsWritten = (type: string, data: Uint8Array, metadata: Uint8Array) => ({
  event: { type, data: parseBytes(data) } satisfies DomainEvent,
  metadata: metadataSchema.parse(parseBytes(metadata)),
});

const NO_METADATA: EventMetadata = {
  correlationId: '',
  causationId: '',
  commandId: '',
  requestHash: '',
  actor: system('unreadable'),
  salt: '',
  occurredAt: '1970-01-01T00:00:00.000Z',
  recordedAt: '1970-01-01T00:00:00.000Z',
  schemaVersion: 1,
};

/** Twice what the longest text weighs, sealed: no command writes so much. */
export const MAX_FOLLOWED_BYTES = 256 * 1024;
/** In place of what an event says that is too large to be read. */
export const NOT_READ: object = Object.freeze({});

/**
 * For those who follow streams of other services: what cannot be read is an event that says nothing, and
 * stops nobody. Its writer, who vouches for it, stops at it.
 */
export function decodeFollowed(type: string, data: Uint8Array, metadata: Uint8Array) {
  if (data.length + metadata.length > MAX_FOLLOWED_BYTES) {
    const event: DomainEvent = { type, data: NOT_READ };
    return { event, metadata: NO_METADATA, isReadable: false };
  }
  try {
    return { ...decodeAsWritten(type, data, metadata), isReadable: true };
  } catch {
    const event: DomainEvent = { type, data: readable(data) };
    return { event, metadata: NO_METADATA, isReadable: false };
  }
}

/** What it says may be readable where the envelope is not: one of a newer version, say. */
function readable(data: Uint8Array): object {
  try {
    const parsed: unknown = parseBytes(data);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
