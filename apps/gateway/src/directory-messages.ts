import { processSecrets, type KafkaBrokers } from '@minh-bach/assembly';
import { DIRECTORY_TOPIC } from '@minh-bach/contracts';
import {
  createKafka,
  createKafkaMessaging,
  ensureTopics,
  integrationTopics,
  PostgresInboxStore,
  sharedSecret,
} from '@minh-bach/messaging';
import type { Consumer, MessageHandler, Observe } from '@minh-bach/messaging';
import { outliveLostConnections } from '@minh-bach/kernel';
import pg from 'pg';

export interface DirectoryMessages {
  readonly connection: KafkaBrokers;
  readonly databaseUrl: string;
  readonly secretsFolder: string;
  readonly handler: MessageHandler;
  /** What happens to messages, for the log. */
  readonly observe: Observe;
}

/**
 * Hears from the directory over Kafka, as every service does: sessions end when rights do.
 */
export async function listenToDirectory(it: DirectoryMessages): Promise<Consumer> {
  const { messages: secret } = await processSecrets(it.secretsFolder);
  const brokers = [...it.connection.brokers];
  const kafka = createKafka({ ...it.connection, brokers, clientId: 'gateway' });
  await ensureTopics(kafka, integrationTopics(brokers.length >= 3 ? 3 : 1));
  const pool = new pg.Pool({
    connectionString: it.databaseUrl,
    max: 4,
    application_name: 'gateway',
  });
  pool.on('error', () => undefined);
  outliveLostConnections(pool);
  const messaging = createKafkaMessaging({
    kafka,
    authentication: sharedSecret(secret),
    inboxOf: (group) => new PostgresInboxStore(group, pool),
    observe: it.observe,
  });
  const { handler } = it;
  const consumer = await messaging.consume({
    group: 'gateway',
    topics: [DIRECTORY_TOPIC],
    handler,
  });
  return {
    group: consumer.group,
    check: () => consumer.check(),
    lateSince: () => consumer.lateSince(),
    async stop() {
      await messaging.close();
      await pool.end();
    },
  };
}
