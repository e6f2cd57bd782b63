// A process to be killed: `node worker.fixture.ts DATABASE SERVICE GROUP [BROKERS]`. It relays and
// consumes what SERVICE publishes (over the log itself without BROKERS) and writes one row each.
import { createPostgresEventStore } from '@minh-bach/event-store';
import pg from 'pg';
import { createEmbeddedMessaging } from '../embedded/embedded-messaging.ts';
import { PostgresInboxStore } from '../inbox/postgres-inbox-store.ts';
import { createKafka } from '../kafka/kafka-client.ts';
import { createKafkaMessaging } from '../kafka/kafka-messaging.ts';
import { sharedSecret } from '../kafka/message-authentication.ts';
import type { Message } from '../messaging.ts';
import { startRelay } from '../relay/relay.ts';
import { contractsOf, publicationOf } from './fixture.ts';

const [connectionString = '', service = '', group = '', brokers = ''] = process.argv.slice(2);
const publication = publicationOf(service);
const contracts = contractsOf(service);
const pool = new pg.Pool({ connectionString, max: 8 });
const store = await createPostgresEventStore({ connectionString, mayLoseEventsInTests: true });
const inboxOf = (name: string) => new PostgresInboxStore(name, pool);
const kafka = createKafka({ brokers: brokers.split(',') });
const authentication = sharedSecret(Buffer.alloc(32, 7));

if (brokers) {
  const database = { connectionString };
  startRelay({ publication, store, kafka, database, authentication, contracts, leaseEveryMs: 50 });
}
const messaging = brokers
  ? createKafkaMessaging({ kafka, authentication, inboxOf, contracts, sessionTimeoutMs: 6_000 })
  : createEmbeddedMessaging({ store, publications: [publication], inboxOf, contracts });

const handler = async ({ id, source }: Message) =>
  void (await pool.query(
    'INSERT INTO effects (id, stream, revision) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [id, source.stream, source.revision],
  ));
await messaging.consume({ group, topics: [publication.topic], handler });
