import type { EventRegistry, RecordedEvent } from '@minh-bach/kernel';

/**
 * The port between services. A message is an integration event (`contracts`) with its origin; it
 * carries references, never anything personal.
 */
export interface Message {
  /** Derived from the source event's id: the same event gives the same message. */
  readonly id: string;
  /** e.g. `intake.v1`. */
  readonly topic: string;
  /** Type of the integration event, e.g. `PetitionReceived`. */
  readonly type: string;
  readonly data: unknown;
  readonly source: MessageSource;
  readonly correlationId: string;
  /** Id of the source event. */
  readonly causationId: string;
  /** ISO instant: when it happened, as the source says. */
  readonly occurredAt: string;
  readonly traceparent?: string;
}

export interface MessageSource {
  readonly stream: string;
  readonly revision: number;
  /** Revision of the event relayed before this one from the same stream; `null` for the first. */
  readonly previous: number | null;
}

/**
 * An event of the log that could not be turned into a message. It keeps its place in its stream, and
 * is read again from the log when it is tried again.
 */
export interface Untranslated extends Pick<Message, 'topic' | 'source'> {
  readonly untranslated: true;
}

/** What comes in of a source stream, in order. */
export type Incoming = Message | Untranslated;

/**
 * Turns one message into an event of the consumer's own (a command like any other). Called at least
 * once per message, in order within a source stream; its effect must be idempotent by `message.id`.
 *
 * Throw `NotYet` when the message is about something not known here yet (it waits, visibly, and is
 * no poison); a `DomainError` or `Poison` parks the source stream, save those by which an engine says
 * "again" or a newer instance's event makes it wait (`outcome.ts`); those and anything else are tried
 * with back-off.
 */
export type MessageHandler = (message: Message) => Promise<void>;

export interface ConsumerOptions {
  /** Consumer group: a checkpoint of its own. e.g. `triage`. */
  readonly group: string;
  readonly topics: readonly string[];
  readonly handler: MessageHandler;
}

/** Something that runs by itself: a consumer, a relay. */
export interface Drains {
  /** Throws when it is dead or stuck; for liveness. */
  check(): void;
  /** Resolves when nothing of it runs any more; what was not finished comes again. */
  stop(): Promise<void>;
}

export interface Consumer extends Drains {
  readonly group: string;
  /**
   * Since when something that was sent waits to come, when that is too long. No restart helps then:
   * somebody has to look who holds it back.
   */
  lateSince(): Date | undefined;
}

export interface Messaging {
  consume(options: ConsumerOptions): Promise<Consumer>;
  /** Stops all consumers and lets go of what was opened here. */
  close(): Promise<void>;
}

/** A message about something that is not known yet: it waits for `what`. */
export class NotYet extends Error {
  override readonly name = 'NotYet';
  constructor(readonly what: string) {
    super(`waits for ${what}`);
  }
}

/** A message that can never be handled: parks its source stream until `mb redrive`. */
export class Poison extends Error {
  override readonly name = 'Poison';
}

/**
 * A service's domain event as the outside may see it, or `undefined` when it is nobody's business.
 * The relay (Kafka) and the embedded adapter call the same one.
 */
export type Translate = (
  event: RecordedEvent,
) => { readonly type: string; readonly data: unknown } | undefined;

/** What one service publishes: its topic, the streams it follows, and the words it uses outside. */
export interface Publication {
  readonly topic: string;
  /** e.g. `intake.` */
  readonly streamPrefix: string;
  /** The event types of the service, to read its streams by. */
  readonly events: EventRegistry;
  readonly translate: Translate;
}
