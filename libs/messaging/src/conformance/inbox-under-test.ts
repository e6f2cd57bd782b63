import { afterEach, beforeEach } from '@jest/globals';
import { Inbox, type InboxOptions } from '../inbox/inbox.ts';
import type { InboxStore, RawMessage } from '../inbox/inbox-store.ts';
import { Sweeper } from '../inbox/sweeper.ts';
import type { Message } from '../messaging.ts';
import { fastBackoff, unique } from './fixture.ts';

/** An inbox over the store of a group that no other test has. */
export class InboxUnderTest {
  store!: InboxStore;
  /** `stream@revision` of each message that got through. */
  handled: string[] = [];
  behaviour: (message: Message) => unknown = () => undefined;
  #sweeper: Sweeper | undefined;

  constructor(open: (group: string) => Promise<InboxStore>) {
    beforeEach(async () => {
      this.store = await open(unique('group'));
      await this.store.prepare();
      this.handled = [];
      this.behaviour = () => undefined;
    });
    afterEach(async () => {
      await this.#sweeper?.stop();
      this.#sweeper = undefined;
    });
  }

  inboxWith(options: Partial<InboxOptions> = {}): Inbox {
    const handler = async (message: Message) => {
      await this.behaviour(message);
      this.handled.push(`${message.source.stream}@${message.source.revision}`);
    };
    return new Inbox({ store: this.store, handler, backoff: fastBackoff, ...options });
  }

  sweeping(inbox: Inbox, read?: (raw: RawMessage) => Message): Sweeper {
    this.#sweeper = new Sweeper({ inbox, everyMs: 10, atMostEveryMs: 5, ...(read && { read }) });
    this.#sweeper.start();
    return this.#sweeper;
  }
}
