import { canonicalBytes, DomainError, isDomainError, parseBytes } from '@minh-bach/kernel';
import type { IHeaders } from 'kafkajs';
import { z } from 'zod';
import { dataByContract, type Contracts } from '../contracts.ts';
import type { RawMessage } from '../inbox/inbox-store.ts';
import type { Message } from '../messaging.ts';
import { messageIdOf } from '../translation.ts';
import type { MessageAuthentication } from './message-authentication.ts';

/** How a message lies in Kafka: key = source stream, value = sealed JSON, header `mac` over it. */
export interface WireMessage {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: { readonly mac: string };
}

const BRACE = '{'.charCodeAt(0);

const wireSchema = z
  .strictObject({
    id: z.string(),
    type: z.string(),
    data: z.unknown(),
    source: z.strictObject({
      stream: z.string(),
      revision: z.int().nonnegative(),
      previous: z.int().nonnegative().nullable(),
    }),
    correlationId: z.string(),
    causationId: z.string(),
    occurredAt: z.iso.datetime({ offset: true }),
    traceparent: z.string().exactOptional(),
  })
  .refine(({ source }) => (source.previous ?? -1) < source.revision);

/** The streams of topic `intake.v1` begin with `intake.`. */
const streamPrefixOf = (topic: string) => topic.slice(0, topic.lastIndexOf('.') + 1);

export function encode(
  { topic, ...message }: Message,
  authentication: MessageAuthentication,
): WireMessage {
  const value = authentication.seal(topic, canonicalBytes(message));
  const mac = authentication.sign(topic, value);
  return { key: message.source.stream, value, headers: { mac } };
}

/**
 * Reads what came from a topic, believing nothing that does not bear the relay's mark.
 *
 * @throws DomainError `NOT_AUTHENTIC`, `NOT_JSON`, `NOT_AN_ENVELOPE`, `FORGED_KEY`,
 *   `FORGED_FIELDS`, `UNKNOWN_MESSAGE_TYPE`, `INVALID_DATA`
 */
export function decode(
  raw: RawMessage,
  authentication: MessageAuthentication,
  contracts: Contracts,
): Message {
  const { topic, key, value, mac } = raw;
  if (!value || mac === null || !authentication.verify(topic, value, mac))
    throw new DomainError('NOT_AUTHENTIC');
  const envelope = wireSchema.safeParse(parsed(opened(topic, value, authentication)));
  if (!envelope.success) throw new DomainError('NOT_AN_ENVELOPE');
  const { id, source, causationId } = envelope.data;
  // The one field that the mark does not cover: whoever writes to the topic can move a message.
  if (key === null || Buffer.from(key).toString('utf8') !== source.stream)
    throw new DomainError('FORGED_KEY');
  const honest =
    source.stream.startsWith(streamPrefixOf(topic)) &&
    id === messageIdOf(topic, source.stream, causationId);
  if (!honest) throw new DomainError('FORGED_FIELDS');
  return { ...envelope.data, topic, data: checked(contracts, topic, envelope.data) };
}

/** A mark as relays write it, or none: no other can be right, and tables take no other. */
export function macOf(headers: IHeaders | undefined): string | null {
  const mac = headers?.['mac']?.toString();
  return mac !== undefined && /^[\w-]{43}$/.test(mac) ? mac : null;
}

/** Messages from before they were sealed still lie in the topics: JSON, with our mark. */
function opened(topic: string, value: Uint8Array, authentication: MessageAuthentication) {
  if (value[0] === BRACE) return value;
  const plain = authentication.open(topic, value);
  if (!plain) throw new DomainError('NOT_AUTHENTIC');
  return plain;
}

function parsed(value: Uint8Array): unknown {
  try {
    return parseBytes(value);
  } catch {
    throw new DomainError('NOT_JSON');
  }
}

function checked(contracts: Contracts, topic: string, message: { type: string; data?: unknown }) {
  try {
    return dataByContract(contracts, { topic, type: message.type, data: message.data });
  } catch (error) {
    throw isDomainError(error) ? error : new DomainError('INVALID_DATA');
  }
}
