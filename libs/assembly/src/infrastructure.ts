import { join } from 'node:path';
import {
  FileWorkers,
  FolderFileStore,
  PostgresUploadTable,
  Uploads,
  setUpFilesSchema,
} from '@minh-bach/files';
import { usualLimits, type JsonLogger, type Limits } from '@minh-bach/http';
import { outliveLostConnections, type Clock } from '@minh-bach/kernel';
import {
  PostgresInboxStore,
  createEmbeddedMessaging,
  createKafka,
  createKafkaMessaging,
  ensureTopics,
  groupsIn,
  integrationTopics,
  listStuck,
  redrive,
  sharedSecret,
  startRelay,
  type KafkaConnection,
  type Messaging,
  type Observe,
  type Publication,
} from '@minh-bach/messaging';
import type { HeldMessages, Infrastructure } from '@minh-bach/platform';
import {
  Disclosures,
  PostgresAccessLog,
  PostgresKeyStore,
  ReadingRoom,
  closedVault,
  hasKeys,
  loadOrCreateMasterKeyFile,
  openVault,
  setUpVaultSchema,
  type MasterKey,
  type Vault,
} from '@minh-bach/vault';
import pg from 'pg';
import { openLog, type LogElsewhere } from './open-log.ts';
import { schemasToMake } from './prepare/owned-schemas.ts';
import { processSecrets, type MayDraw, type ProcessSecrets } from './secrets.ts';

/** No statement of a request takes as long. */
const SILENT_MS = 30_000;

export interface InfrastructureOptions {
  readonly databaseUrl: string;
  /** Where the log is, when it is not in the database. */
  readonly logElsewhere?: LogElsewhere | undefined;
  /** Master key and secrets: back it up apart from the database. */
  readonly secretsFolder: string;
  /** `false`: nothing of this process is sealed, so it gets no key. @default true */
  readonly seals?: boolean;
  readonly filesFolder: string;
  readonly clock: Clock;
  readonly log: JsonLogger;
  /** @default the usual ones */
  readonly limits?: Limits;
  readonly messages:
    | { readonly by: 'log'; readonly publications: readonly Publication[] }
    | { readonly by: 'kafka'; readonly connection: KafkaBrokers };
}

/** Where Kafka is, and as whom this process signs in to it. */
export interface KafkaBrokers extends Omit<KafkaConnection, 'brokers'> {
  readonly brokers: readonly string[];
}

export interface AssembledInfrastructure {
  readonly infrastructure: Infrastructure;
  readonly commandSecret: Uint8Array;
  /** After the services have stopped: what waits is written, then connections end. */
  close(): Promise<void>;
}

/** The engines behind the ports, for one process. */
export async function createInfrastructure(
  options: InfrastructureOptions,
): Promise<AssembledInfrastructure> {
  const { databaseUrl, clock, log } = options;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    application_name: 'minh-bach',
    // A connection that fell silent would hold up whatever is asked together with others.
    query_timeout: SILENT_MS,
    connectionTimeoutMillis: SILENT_MS,
  });
  pool.on('error', (error) => log.failure('an idle connection was lost', error));
  outliveLostConnections(pool);

  // Ids and what is sealed hang on the secrets: none are drawn where there is something of theirs.
  const mayDraw = async () => !(await hasKeys(pool));
  const secrets = await processSecrets(options.secretsFolder, mayDraw).catch(endAfter(pool));
  const masterKey = await masterKeyFor(options, mayDraw).catch(endAfter(pool));
  const makes = await schemasToMake(pool);
  if (makes('vault')) await setUpVaultSchema(pool);
  if (makes('files')) await setUpFilesSchema(pool);
  const store = await openLog({
    databaseUrl,
    pool,
    elsewhere: options.logElsewhere,
    makesSchema: makes('log'),
    log,
  }).catch(endAfter(pool));
  const vault = await vaultOf(masterKey, pool).catch(endAfter(pool));
  const readingRoom = new ReadingRoom({
    vault,
    accessLog: new PostgresAccessLog(pool),
    clock,
    onTrouble: ({ error, lost }) =>
      log.failure(`the access log cannot be written, ${lost} lines lost`, error),
  });
  const files = new FolderFileStore(options.filesFolder);
  const workers = new FileWorkers();
  const table = new PostgresUploadTable(pool);
  const onTrouble = (_: unknown, error: unknown) =>
    log.failure('an upload cannot be discarded, trying again later', error);
  const uploads = new Uploads({ store: files, table, vault, workers, onTrouble });
  const messages = await connectMessages(options, pool, secrets, store);

  return {
    commandSecret: secrets.commands,
    infrastructure: {
      databaseUrl,
      store,
      vault,
      readingRoom,
      disclosures: new Disclosures(vault),
      limits: options.limits ?? usualLimits,
      files,
      uploads,
      ...messages,
      heldMessages: heldMessages(pool),
      clock,
      secretOf: secrets.of,
      log: {
        info: (fields, message) =>
          log.info(message, fields as Record<string, string | number | boolean>),
        error: (fields, message) => log.alarm(message, fields),
      },
    },
    async close() {
      await messages.messaging.close();
      await workers.close();
      await readingRoom.flush();
      await store.close();
      await pool.end();
    },
  };
}

const endAfter =
  (pool: pg.Pool) =>
  async (error: unknown): Promise<never> => {
    await pool.end();
    throw error;
  };

async function masterKeyFor(
  { seals = true, secretsFolder }: InfrastructureOptions,
  mayDraw: MayDraw,
): Promise<MasterKey | undefined> {
  return seals ? loadOrCreateMasterKeyFile(join(secretsFolder, 'master.key'), mayDraw) : undefined;
}

async function vaultOf(masterKey: MasterKey | undefined, pool: pg.Pool): Promise<Vault> {
  if (!masterKey) return closedVault;
  // No event destroys a key yet; when one does, its list is replayed here before anything opens.
  return openVault({ keys: new PostgresKeyStore(pool), masterKey, destroyed: [] });
}

const heldMessages = (pool: pg.Pool): HeldMessages => ({
  list: (group) => listStuck(pool, group),
  async redrive(group, stream) {
    if (!(await groupsIn(pool)).includes(group)) return { streams: 0, deadLetters: 0 };
    return redrive(pool, group, stream === undefined ? {} : { stream });
  },
});

async function connectMessages(
  { messages, databaseUrl, log }: InfrastructureOptions,
  pool: pg.Pool,
  secrets: ProcessSecrets,
  store: Infrastructure['store'],
): Promise<{ messaging: Messaging; relay?: NonNullable<Infrastructure['relay']> }> {
  const inboxOf = (group: string) => new PostgresInboxStore(group, pool);
  const observe: Observe = (event) => {
    if (event.kind === 'failing') log.failure(`${event.who} fails, trying again`, event.error);
    if (event.kind === 'held' && event.state === 'parked')
      log.failure(
        `${event.group}: a stream is parked (${event.code}); an operator has to act`,
        event.error,
      );
    if (event.kind === 'full')
      log.failure(
        `${event.group}: too many streams of ${event.sender} wait, more are parked; an operator has to act`,
        new Error('QUEUE_FULL'),
      );
    if (event.kind === 'deadLettersFull')
      log.failure(
        `${event.group}: so many messages prove no sender that further ones are only counted; an operator has to act`,
        new Error(event.place),
      );
    if (event.kind === 'missing')
      log.failure(
        `${event.group}: messages are gone that were not taken in; an operator has to act`,
        new Error(`${event.from} to ${event.to}`),
      );
    if (event.kind === 'gone')
      log.failure(
        'what was sent is gone from the topic, all is sent once more; an operator has to act',
        new Error(event.topic),
      );
    if (event.kind === 'deadLettered')
      log.failure(`${event.group}: a message was refused (${event.code})`, new Error(event.place));
  };
  if (messages.by === 'log')
    return {
      messaging: createEmbeddedMessaging({
        store,
        publications: messages.publications,
        inboxOf,
        observe,
      }),
    };
  const { connection } = messages;
  const kafka = createKafka({ ...connection, brokers: [...connection.brokers] });
  const authentication = sharedSecret(secrets.messages);
  await ensureTopics(kafka, integrationTopics(connection.brokers.length >= 3 ? 3 : 1));
  return {
    messaging: createKafkaMessaging({ kafka, authentication, inboxOf, observe }),
    relay: async (publication) =>
      startRelay({
        publication,
        store,
        kafka,
        authentication,
        observe,
        database: { connectionString: databaseUrl, application_name: `relay ${publication.topic}` },
      }),
  };
}
