import { afterEach, beforeEach } from '@jest/globals';
import type { InboxOptions } from '../inbox/inbox.ts';
import type { InboxStore, Stuck } from '../inbox/inbox-store.ts';
import type { Consumer, Message, Messaging } from '../messaging.ts';
import type { Redriven } from '../operations.ts';
import { unique } from './fixture.ts';

/** Options of both adapters that the suite turns. */
export interface SuiteOptions extends Pick<InboxOptions, 'concurrency' | 'maxWaiting'> {
  readonly inboxOf: (group: string) => InboxStore;
  readonly stuckAfterMs?: number;
}

/** `KeptToItself` is not translated, `FromTheFuture` is not known here. */
export type EventType = 'Noted' | 'KeptToItself' | 'FromTheFuture';

/** One service that publishes, and whatever carries its messages. */
export interface MessagingHarness {
  readonly topic: string;
  /** An event of the service's own. */
  append(stream: string, n: number, type?: EventType): void;
  /** Numbers that the contract of the service does not take, until they are taken out. */
  readonly refused: Set<number>;
  /** What the group, or the service's relay, holds back; and how it is set free. */
  held(group: string): Promise<readonly Stuck[]>;
  redrive(group: string, stream: string): Promise<Redriven>;
  /** Streams of the service start with this. */
  readonly prefix: string;
  inboxOf(group: string): InboxStore;
  open(options: SuiteOptions): Messaging;
  /** All that was sent is sent once more, as by one that lost its checkpoint. */
  repeatEverything(group: string): Promise<void>;
  /** Consumers get nothing any more, and cannot help it. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A consumer group of its own over one service that publishes. */
export class MessagingUnderTest {
  harness!: MessagingHarness;
  group = '';
  /** Every call of the handler that got through. */
  calls: string[] = [];
  /** What is left of them: one per message id. */
  effects = new Map<string, Message>();
  behaviour: (message: Message) => unknown = () => undefined;
  #opened: Messaging[] = [];

  constructor(start: () => Promise<MessagingHarness>) {
    beforeEach(async () => {
      this.harness = await start();
      [this.#opened, this.group, this.calls, this.effects] = [[], unique('group'), [], new Map()];
      this.behaviour = () => undefined;
    });
    afterEach(async () => {
      this.harness.mend();
      await Promise.all(this.#opened.map((m) => m.close()));
      await this.harness.close();
    });
  }

  at({ source }: Message): string {
    return `${source.stream.slice(this.harness.prefix.length)}@${source.revision}`;
  }

  of(stream: string): string[] {
    return this.calls.filter((call) => call.startsWith(`${stream}@`));
  }

  append(stream: string, n: number, type?: EventType): void {
    this.harness.append(this.harness.prefix + stream, n, type);
  }

  async consume(options: Partial<SuiteOptions> = {}): Promise<Consumer> {
    const opened = this.harness.open({ inboxOf: (g) => this.harness.inboxOf(g), ...options });
    this.#opened.push(opened);
    const handler = async (message: Message) => {
      await this.behaviour(message);
      this.calls.push(this.at(message));
      this.effects.set(message.id, message);
    };
    return opened.consume({ group: this.group, topics: [this.harness.topic], handler });
  }

  stuck(): Promise<readonly Stuck[]> {
    return this.harness.inboxOf(this.group).list();
  }
}
