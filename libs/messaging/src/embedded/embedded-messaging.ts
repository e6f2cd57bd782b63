import { DomainError } from '@minh-bach/kernel';
import { integrationContracts, type Contracts } from '../contracts.ts';
import { Inbox, type InboxOptions } from '../inbox/inbox.ts';
import type { InboxStore } from '../inbox/inbox-store.ts';
import { Sweeper, type SweeperOptions } from '../inbox/sweeper.ts';
import type {
  Consumer,
  ConsumerOptions,
  Messaging,
  Publication,
  Untranslated,
} from '../messaging.ts';
import { eventAt, toMessage, type EventLog } from '../translation.ts';
import { EmbeddedConsumer } from './embedded-consumer.ts';

export interface EmbeddedMessagingOptions
  extends
    Omit<InboxOptions, 'store' | 'handler' | 'translate'>,
    Pick<SweeperOptions, 'everyMs' | 'atMostEveryMs'> {
  readonly store: EventLog;
  /** What all services of this process publish. */
  readonly publications: readonly Publication[];
  /** Where a group keeps its checkpoint and its inbox. */
  readonly inboxOf: (group: string) => InboxStore;
  /** @default the integration events of `contracts` */
  readonly contracts?: Contracts;
  /** A consumer that fails for longer is stuck. @default 60000 */
  readonly stuckAfterMs?: number;
}

/** The log itself as the queue: a consumer group is a checkpoint over the same event store. */
export function createEmbeddedMessaging(options: EmbeddedMessagingOptions): Messaging {
  const consumers = new Set<Consumer>();
  const { store: log, publications, contracts = integrationContracts } = options;
  const translate = async ({ topic, source }: Untranslated) =>
    toMessage(
      await eventAt(log, source),
      publicationOf(topic, publications),
      contracts,
      source.previous,
    );
  return {
    async consume({ group, topics, handler }: ConsumerOptions): Promise<Consumer> {
      const inboxStore = options.inboxOf(group);
      await inboxStore.prepare();
      const inbox = new Inbox({ ...options, store: inboxStore, handler, translate });
      const consumer = new EmbeddedConsumer({
        group,
        store: log,
        publications: topics.map((topic) => publicationOf(topic, publications)),
        contracts,
        inbox,
        sweeper: new Sweeper({ ...options, inbox }),
        ...(options.stuckAfterMs !== undefined && { stuckAfterMs: options.stuckAfterMs }),
      });
      consumers.add(consumer);
      return consumer;
    },
    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.stop()));
    },
  };
}

function publicationOf(topic: string, publications: readonly Publication[]): Publication {
  const publication = publications.find((p) => p.topic === topic);
  if (!publication) throw new DomainError('UNKNOWN_TOPIC', { topic });
  return publication;
}
