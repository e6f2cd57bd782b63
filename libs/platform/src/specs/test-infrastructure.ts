import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPostgresEventStore, type EventStore } from '@minh-bach/event-store';
import {
  FileWorkers,
  FolderFileStore,
  PostgresUploadTable,
  Uploads,
  setUpFilesSchema,
} from '@minh-bach/files';
import { usualLimits } from '@minh-bach/http';
import { SettableClock } from '@minh-bach/kernel';
import {
  PostgresInboxStore,
  createEmbeddedMessaging,
  listStuck,
  redrive,
  type Publication,
} from '@minh-bach/messaging';
import {
  Disclosures,
  MemoryKeyStore,
  PostgresAccessLog,
  ReadingRoom,
  masterKeyOf,
  openVault,
  setUpVaultSchema,
} from '@minh-bach/vault';
import pg from 'pg';
import type { Infrastructure } from '../service/infrastructure.ts';

export interface TestInfrastructure {
  readonly infrastructure: Infrastructure;
  readonly clock: SettableClock;
  close(): Promise<void>;
}

/** A vault whose keys live in memory, for as long as the spec. */
export const memoryVault = () =>
  openVault({
    keys: new MemoryKeyStore(),
    masterKey: masterKeyOf(Buffer.alloc(32, 9)),
    destroyed: [],
  });

export const secretOf = (service: string): Uint8Array =>
  createHash('sha256').update(`spec ${service}`).digest();

/** For specs: the engines of the embedded product on a database of the spec's own. */
export async function testInfrastructure(options: {
  readonly databaseUrl: string;
  readonly publications: readonly Publication[];
  readonly now: string;
  /** @default in the database */
  readonly store?: EventStore;
}): Promise<TestInfrastructure> {
  const { databaseUrl, publications, now } = options;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 5 });
  pool.on('error', () => undefined);
  await setUpVaultSchema(pool);
  await setUpFilesSchema(pool);
  const store =
    options.store ??
    (await createPostgresEventStore({ connectionString: databaseUrl, mayLoseEventsInTests: true }));
  const vault = await memoryVault();
  const clock = new SettableClock();
  clock.set(new Date(now));
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-spec-'));
  const files = new FolderFileStore(folder);
  const workers = new FileWorkers();
  const messaging = createEmbeddedMessaging({
    store,
    publications,
    inboxOf: (group) => new PostgresInboxStore(group, pool),
  });
  const readingRoom = new ReadingRoom({
    vault,
    accessLog: new PostgresAccessLog(pool),
    clock,
    onTrouble: () => undefined,
  });
  return {
    clock,
    infrastructure: {
      databaseUrl,
      store,
      vault,
      readingRoom,
      disclosures: new Disclosures(vault),
      limits: usualLimits,
      files,
      uploads: new Uploads({ store: files, table: new PostgresUploadTable(pool), vault, workers }),
      messaging,
      heldMessages: {
        list: (group) => listStuck(pool, group),
        redrive: (group, stream) => redrive(pool, group, stream === undefined ? {} : { stream }),
      },
      clock,
      secretOf,
      log: { info: () => undefined, error: () => undefined },
    },
    async close() {
      await messaging.close();
      await workers.close();
      await readingRoom.flush();
      await store.close();
      await pool.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
