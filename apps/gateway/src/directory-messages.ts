import { processSecrets } from '@minh-bach/assembly';
import { DIRECTORY_TOPIC } from '@minh-bach/contracts';
import {
  createKafka,
  createKafkaMessaging,
  ensureTopics,
  integrationTopics,
  PostgresInboxStore,
  sharedSecret,
} from '@minh-bach/messaging';
import type { MessageHandler } from '@minh-bach/messaging';
import { outliveLostConnections } from '@minh-bach/kernel';
import pg from 'pg';

export interface DirectoryMessages {
  readonly brokers: readonly string[];
  readonly databaseUrl: string;
  readonly secretsFolder: string;
  readonly handler: MessageHandler;
}

/**
 * Hears from the directory over Kafka, as every service does: sessions end when rights do.
 *
 * @returns stops it
 */
export async function listenToDirectory(it: DirectoryMessages): Promise<() => Promise<void>> {
  const { messages: secret } = await processSecrets(it.secretsFolder);
  const kafka = createKafka({ brokers: [...it.brokers], clientId: 'gateway' });
  await ensureTopics(kafka, integrationTopics(it.brokers.length >= 3 ? 3 : 1));
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
  });
  await messaging.consume({ group: 'gateway', topics: [DIRECTORY_TOPIC], handler: it.handler });
  return async () => {
    await messaging.close();
    await pool.end();
  };
}
