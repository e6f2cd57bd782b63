import type { Kafka } from 'kafkajs';
import { integrationContracts, type Contracts } from '../contracts.ts';
import { Inbox, type InboxOptions } from '../inbox/inbox.ts';
import type { InboxStore, RawMessage } from '../inbox/inbox-store.ts';
import { Sweeper, type SweeperOptions } from '../inbox/sweeper.ts';
import type { Consumer, ConsumerOptions, Messaging } from '../messaging.ts';
import { KafkaConsumer, type KafkaConsumerOptions } from './kafka-consumer.ts';
import { Lateness, type LatenessOptions } from './lateness.ts';
import type { MessageAuthentication } from './message-authentication.ts';
import { decode } from './wire.ts';

export interface KafkaMessagingOptions
  extends
    Omit<InboxOptions, 'store' | 'handler' | 'translate'>,
    Pick<SweeperOptions, 'everyMs' | 'atMostEveryMs'>,
    Pick<KafkaConsumerOptions, 'stuckAfterMs' | 'sessionTimeoutMs'>,
    Pick<LatenessOptions, 'lateAfterMs' | 'lookEveryMs'> {
  readonly kafka: Kafka;
  readonly authentication: MessageAuthentication;
  /** Where a group keeps its inbox. */
  readonly inboxOf: (group: string) => InboxStore;
  /** @default the integration events of `contracts` */
  readonly contracts?: Contracts;
}

/** Consumers of Kafka topics. What fills the topics is the relay of each service. */
export function createKafkaMessaging(options: KafkaMessagingOptions): Messaging {
  const contracts = options.contracts ?? integrationContracts;
  const read = (raw: RawMessage) => decode(raw, options.authentication, contracts);
  const consumers = new Set<Consumer>();
  return {
    async consume({ group, topics, handler }: ConsumerOptions): Promise<Consumer> {
      const store = options.inboxOf(group);
      await store.prepare();
      const inbox = new Inbox({ ...options, store, handler });
      const sweeper = new Sweeper({ ...options, inbox, read });
      const lateness = new Lateness({
        ...options,
        ...{ topics, places: store.places, clock: inbox.clock },
        onFailure: (error) => inbox.observe({ kind: 'failing', who: `${group} looks`, error }),
      });
      const consumer = new KafkaConsumer({
        ...options,
        ...{ group, topics, inbox, sweeper, lateness, read },
      });
      consumers.add(consumer);
      return consumer;
    },
    async close() {
      await Promise.all([...consumers].map((consumer) => consumer.stop()));
    },
  };
}
