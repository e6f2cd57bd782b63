import type { Incoming } from './messaging.ts';

/**
 * What happened to messages, for metrics and logs. Carries codes and ids, nothing personal; an
 * `error` is for the log, whose writer scrubs it.
 */
export type MessagingEvent =
  | {
      readonly kind: 'handled';
      readonly group: string;
      readonly message: Incoming;
      readonly ms: number;
    }
  /** At or before the last revision seen of its source stream. */
  | { readonly kind: 'dropped'; readonly group: string; readonly message: Incoming }
  | {
      readonly kind: 'held';
      readonly group: string;
      readonly stream: string;
      readonly state: 'waiting' | 'parked';
      readonly code: string;
      readonly errorId?: string;
      readonly error?: unknown;
    }
  /** So many streams of a sender wait that more of them are parked. Said once, until there is room. */
  | { readonly kind: 'full'; readonly group: string; readonly sender: string }
  /** Nothing waits or is parked any more in this stream. */
  | { readonly kind: 'released'; readonly group: string; readonly stream: string }
  | {
      readonly kind: 'deadLettered';
      readonly group: string;
      readonly code: string;
      readonly place: string;
    }
  /** No more messages that nobody signed are kept; they are counted. Said once, until there is room. */
  | { readonly kind: 'deadLettersFull'; readonly group: string; readonly place: string }
  /** What lay there was not taken in by the group, and cannot be any more. */
  | {
      readonly kind: 'missing';
      readonly group: string;
      /** `topic/partition/offset`: the first, and the first that is there again. */
      readonly from: string;
      readonly to: string;
    }
  /** A group or a relay cannot go on for now, and tries again. */
  | { readonly kind: 'failing'; readonly who: string; readonly error: unknown }
  /** What was sent is gone from the topic: all is sent once more. */
  | { readonly kind: 'gone'; readonly topic: string }
  | { readonly kind: 'relayed'; readonly topic: string; readonly count: number };

export type Observe = (event: MessagingEvent) => void;

export const observeNothing: Observe = () => undefined;
