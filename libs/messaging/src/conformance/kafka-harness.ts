import type { Kafka } from 'kafkajs';
import pg from 'pg';
import { PostgresInboxStore } from '../inbox/postgres-inbox-store.ts';
import { createKafka } from '../kafka/kafka-client.ts';
import { createKafkaMessaging } from '../kafka/kafka-messaging.ts';
import { sharedSecret, type MessageAuthentication } from '../kafka/message-authentication.ts';
import { ensureTopics } from '../kafka/topics.ts';
import type { LatenessOptions } from '../kafka/lateness.ts';
import type { Messaging } from '../messaging.ts';
import type { MessagingEvent } from '../observe.ts';
import { listStuck, redrive } from '../operations.ts';
import { startRelay, type Relay, type RelayOptions } from '../relay/relay.ts';
import { BreakableSockets } from './breakable-sockets.ts';
import { contractsOf, eventData, fastBackoff, publicationOf, unique } from './fixture.ts';
import { MemoryLog } from './memory-log.ts';
import type { MessagingHarness, SuiteOptions } from './messaging-under-test.ts';

export interface KafkaHarness extends MessagingHarness {
  readonly service: string;
  readonly kafka: Kafka;
  readonly authentication: MessageAuthentication;
  readonly log: MemoryLog;
  readonly seen: MessagingEvent[];
  open(options: SuiteOptions & Pick<LatenessOptions, 'lateAfterMs' | 'lookEveryMs'>): Messaging;
  /** One more. */
  relay(options?: Partial<RelayOptions>): Relay;
  readonly relays: readonly Relay[];
  /** Cuts off what was opened as the `index`-th. */
  cutOnly(index: number): void;
}

export const PARTITIONS = 3;

/** A service with a topic of its own, on a real broker. */
export async function startKafkaHarness(
  brokers: readonly string[],
  pool: pg.Pool,
  databaseUrl: string,
): Promise<KafkaHarness> {
  const service = unique('service');
  const publication = publicationOf(service);
  const log = new MemoryLog();
  const authentication = sharedSecret(Buffer.alloc(32, 7));
  const sockets: BreakableSockets[] = [];
  const kafka = createKafka({ brokers: [...brokers], clientId: 'spec' });
  const seen: MessagingEvent[] = [];
  const refused = new Set<number>();
  const common = {
    authentication,
    contracts: contractsOf(service, refused),
    backoff: fastBackoff,
    observe: (event: MessagingEvent) => void seen.push(event),
  };
  await ensureTopics(kafka, [{ topic: publication.topic, partitions: PARTITIONS, replicas: 1 }]);

  const relays: Relay[] = [];
  const relay = (options: Partial<RelayOptions> = {}) => {
    const database = { connectionString: databaseUrl };
    const started = startRelay({
      ...common,
      ...{ publication, store: log, kafka, database, leaseEveryMs: 50, retryEveryMs: 20 },
      lookEveryMs: 100,
      ...options,
    });
    relays.push(started);
    return started;
  };
  const stopRelays = () => Promise.all(relays.map((r) => r.stop()));
  relay();

  return {
    ...{ refused, service, kafka, authentication, log, seen, relay, relays },
    topic: publication.topic,
    prefix: publication.streamPrefix,
    append: (stream, n, type) => void log.append(stream, eventData(n, type)),
    inboxOf: (group) => new PostgresInboxStore(group, pool),
    held: async () => (await listStuck(pool, service)).stuck,
    redrive: (_, stream) => redrive(pool, service, { stream }),
    open: (options) => {
      const own = new BreakableSockets();
      sockets.push(own);
      const consuming = createKafka({
        brokers: [...brokers],
        socketFactory: own.factory,
        requestTimeout: 4_000,
      });
      return createKafkaMessaging({
        ...common,
        ...{ kafka: consuming, everyMs: 20, atMostEveryMs: 5, sessionTimeoutMs: 6_000 },
        ...options,
      });
    },
    async repeatEverything() {
      await stopRelays();
      await pool.query(
        `TRUNCATE ${service}_relay.position, ${service}_relay.relayed, ${service}_relay.parked`,
      );
      relay();
    },
    cut: () => sockets.forEach((s) => s.cut()),
    mend: () => sockets.forEach((s) => s.mend()),
    cutOnly: (index) => sockets[index]?.cut(),
    async close() {
      await stopRelays();
    },
  };
}
