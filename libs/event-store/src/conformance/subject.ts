import { randomUUID } from 'node:crypto';
import type { EventData, EventStore, StoredEvent, SubscriptionMessage } from '../event-store.ts';

/** A store under test, on a log that nobody else writes to. */
export interface Subject {
  readonly store: EventStore;
  /** Another door to the same log, as another process has it; some engines have none. */
  readonly other?: EventStore;
  close(): Promise<void>;
}

export type OpenSubject = () => Promise<Subject>;

export const eventData = (content = 'nội dung', id: string = randomUUID()): EventData => ({
  id,
  type: 'PetitionReceived',
  data: Buffer.from(JSON.stringify({ content })),
  metadata: Buffer.from('{"by":"conformance"}'),
});

export const eventsData = (count: number): EventData[] =>
  Array.from({ length: count }, (_, i) => eventData(String(i)));

export const all = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
};

/** As bytes compare: adapters may give any kind of `Uint8Array`. */
export const plain = ({ id, type, data, metadata }: EventData | StoredEvent) => ({
  id,
  type,
  data: Buffer.from(data).toString(),
  metadata: Buffer.from(metadata).toString(),
});

/** What a subscription says until `enough` of it is there; fails when it takes too long. */
export async function until(
  subscribe: (signal: AbortSignal) => AsyncIterable<SubscriptionMessage>,
  enough: (messages: readonly SubscriptionMessage[]) => boolean,
  withinMs = 20_000,
): Promise<SubscriptionMessage[]> {
  const abort = new AbortController();
  const messages: SubscriptionMessage[] = [];
  let overdue = false;
  const bound = setTimeout(() => {
    overdue = true;
    abort.abort();
  }, withinMs);
  try {
    for await (const message of subscribe(abort.signal)) {
      messages.push(message);
      if (enough(messages)) break;
    }
  } finally {
    clearTimeout(bound);
    abort.abort();
  }
  if (overdue) throw new Error(`not enough in time: ${messages.length} messages`);
  return messages;
}

export const eventsIn = (messages: readonly SubscriptionMessage[]): StoredEvent[] =>
  messages.flatMap((message) => (message.kind === 'event' ? [message.event] : []));
