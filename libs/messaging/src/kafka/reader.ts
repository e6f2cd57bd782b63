import { isDomainError } from '@minh-bach/kernel';
import type { Inbox } from '../inbox/inbox.ts';
import type { RawMessage } from '../inbox/inbox-store.ts';
import type { Message } from '../messaging.ts';

/** Reads what came from a topic. */
export class Reader {
  /** Whether the last that could not be read was not kept. */
  #full = false;

  constructor(
    private readonly inbox: Inbox,
    private readonly decode: (raw: RawMessage) => Message,
  ) {}

  /** What cannot be read is put aside, and touches no stream. */
  async read(raw: RawMessage): Promise<Message | undefined> {
    try {
      return this.decode(raw);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      const { store, clock, observe } = this.inbox;
      const { code } = error;
      const isKept = await store.deadLetter(raw, code, clock.now());
      const about = { group: store.group, place: `${raw.topic}/${raw.partition}/${raw.offset}` };
      if (isKept) observe({ kind: 'deadLettered', code, ...about });
      else if (!this.#full) observe({ kind: 'deadLettersFull', ...about });
      this.#full = !isKept;
      return undefined;
    }
  }
}
