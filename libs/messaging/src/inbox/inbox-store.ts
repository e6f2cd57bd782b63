import type { Incoming } from '../messaging.ts';
import type { Places } from './places.ts';

/** A source stream of a group whose messages queue; or several of one sender, told in one line. */
export interface Stuck {
  readonly group: string;
  /** `response.*`: all of that sender's that the line is about. */
  readonly stream: string;
  /** `parked` waits for `redrive`; `waiting` is tried again by itself. */
  readonly state: 'parked' | 'waiting';
  /** ISO instant. */
  readonly since: string;
  /** Why: a code, never a text. */
  readonly reason: string;
  /** To be found in the log. */
  readonly errorId?: string;
  /** Messages that queue; of a line about several streams: how many streams. */
  readonly count: number;
}

/** As many streams of a sender and a state have a line of their own; the rest is told in one. */
export const LISTED = 100;

/** Why a stream is parked for which its sender left no room. */
export const QUEUE_FULL = 'QUEUE_FULL';

/** The service whose stream it is. */
export const senderOf = (stream: string): string => stream.slice(0, stream.indexOf('.'));

/** All streams of a sender, as `list` tells of them and `redrive` takes them. */
export const allOf = (sender: string): string => `${sender}.*`;

/** What is known of one source stream. */
export interface StreamState {
  /** Last revision handled; -1 for none. */
  readonly last: number;
  /** Last revision that queues; `undefined` when the stream is not stuck. */
  readonly queuedTo?: number;
}

/** A stream that waits, and how often its head was tried. */
export interface Waiting {
  readonly stream: string;
  readonly attempts: number;
}

export interface Hold {
  readonly state: 'parked' | 'waiting';
  readonly code: string;
  readonly errorId?: string;
  readonly attempts: number;
  /** When it is tried again. */
  readonly retryAt: Date;
}

/** A message of a shape that cannot be read: kept as it came, in no stream. */
export interface DeadLetter {
  /** `topic/partition/offset`. */
  readonly place: string;
  readonly code: string;
  /** ISO instant. */
  readonly since: string;
}

/**
 * Why a message cannot be read, where whoever can write to a topic can make as many of them as they
 * like. All else bears our mark over topic and bytes, and is kept whatever else there is.
 */
export const UNSIGNED: readonly string[] = ['NOT_AUTHENTIC', 'FORGED_KEY'];

/** As many of those a group keeps, and as many bytes of them. The rest is counted: topics keep it. */
export const MOST_UNSIGNED = { letters: 1_000, bytes: 16 * 1024 * 1024 } as const;

/** How many messages could not be read. */
export interface Unreadable {
  readonly count: number;
  /** Of those, how many are counted only. */
  readonly notKept: number;
  /** ISO instant; of the oldest. */
  readonly since?: string;
}

/** As it came from the wire. */
export interface RawMessage {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  readonly mac: string | null;
}

/**
 * Where a consumer group keeps what it has seen and what queues. Each call is one transaction; all
 * instances of a group share it.
 */
export interface InboxStore {
  readonly group: string;
  /** How far the group is in topics of Kafka. */
  readonly places: Places;
  /** Makes what is missing; safe when several start at once. */
  prepare(): Promise<void>;

  load(streams: readonly string[]): Promise<ReadonlyMap<string, StreamState>>;
  /** Last revisions handled; never goes back. */
  advance(handled: ReadonlyMap<string, number>): Promise<void>;

  /** How many streams of a sender wait; counts no further than to `enough`. */
  waiting(sender: string, enough: number): Promise<number>;
  /** Queues messages of one stream behind what queues already; what is known is kept as it is. */
  hold(messages: readonly Incoming[], last: number, hold: Hold): Promise<void>;
  /** The first messages that queue in a stream. */
  heads(stream: string, limit: number): Promise<readonly Incoming[]>;
  /** The head was handled. */
  release(stream: string, revision: number): Promise<void>;
  postpone(stream: string, hold: Hold): Promise<void>;
  /** No longer stuck, if nothing queues. */
  settle(stream: string): Promise<boolean>;
  /** Of those that a full queue parked, the oldest wait again, until `most` of the sender's do. */
  readmit(sender: string, most: number, now: Date): Promise<void>;
  /**
   * Waiting streams whose time has come; `notYet`: also those that wait for something unknown. At most
   * `limit` of each sender, and the senders take turns.
   */
  due(now: Date, options: { limit: number; notYet: boolean }): Promise<readonly Waiting[]>;

  list(): Promise<readonly Stuck[]>;
  /** Parked streams are tried again: all, one, or (`response.*`) all of a sender. How many. */
  redrive(now: Date, stream?: string): Promise<number>;

  /** Whether it is kept: what nobody signed only while there is room, a signed one once. */
  deadLetter(raw: RawMessage, code: string, now: Date): Promise<boolean>;
  /** The oldest. */
  deadLetters(): Promise<readonly DeadLetter[]>;
  unreadable(): Promise<Unreadable>;
  /** Asks for dead letters to be read again. How many. */
  redriveDeadLetters(): Promise<number>;
  /** Those that are to be read again. */
  dueDeadLetters(limit: number): Promise<readonly RawMessage[]>;
  /** It could be read, or (with a code) not this time either. */
  settleDeadLetter(raw: RawMessage, code?: string): Promise<void>;

  /** Position up to which all topics were taken in, if the same topics were asked for before. */
  position(topics: readonly string[]): Promise<string | undefined>;
  savePosition(topics: readonly string[], position: string): Promise<void>;

  /** Only one instance of a group sweeps at a time. False when another one does. */
  exclusively(work: () => Promise<void>): Promise<boolean>;
}
