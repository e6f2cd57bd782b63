// A data folder as the product lays it, opened without the product: its log grows by the product's own
// parts, many at a time; nothing makes rows.
import { createInfrastructure } from '@minh-bach/assembly';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { JsonLogger } from '@minh-bach/http';
import { SettableClock, Together } from '@minh-bach/kernel';
import { createEmbeddedMessaging, PostgresInboxStore } from '@minh-bach/messaging';
import { publicationOf } from '@minh-bach/platform';
import { allParts } from '@minh-bach/services';
import type { Vault } from '@minh-bach/vault';
import pg from 'pg';

export async function openFolder(folder: string) {
  const parts = await allParts();
  const publications = parts.flatMap(({ service }) => publicationOf(service) ?? []);
  const postgres = await startEmbeddedPostgres({ dataFolder: folder });
  const clock = new SettableClock();
  const assembled = await createInfrastructure({
    ...{ databaseUrl: postgres.url, clock },
    ...{ secretsFolder: `${folder}/secrets`, filesFolder: `${folder}/files` },
    log: new JsonLogger({ service: 'bench', level: 'warn', destination: process.stderr }),
    messages: { by: 'log', publications },
  });
  const infrastructure = {
    ...assembled.infrastructure,
    vault: inBatches(assembled.infrastructure.vault),
  };
  const pool = new pg.Pool({ connectionString: postgres.url, max: 4 });
  return {
    ...{ infrastructure, clock, url: postgres.url },
    /** The product's consumers, with more streams at once. */
    messagingOf: (concurrency: number) =>
      createEmbeddedMessaging({
        ...{ store: infrastructure.store, publications, concurrency },
        inboxOf: (group) => new PostgresInboxStore(group, pool),
      }),
    async close() {
      await pool.end();
      await assembled.close();
      await postgres.stop();
    },
  };
}

/** Seals together what comes together: a statement for the keys of many matters instead of one. */
function inBatches(vault: Vault): Vault {
  type Fields = Parameters<Vault['seal']>[0];
  type Sealed = Awaited<ReturnType<Vault['seal']>>;
  const sealing = new Together<Fields, Sealed>(async (asks) => {
    const sealed = await vault.seal(asks.flat());
    let from = 0;
    return asks.map(({ length }) => sealed.slice(from, (from += length)));
  });
  return {
    seal: (fields) => sealing.ask(fields),
    open: (fields) => vault.open(fields),
    destroy: (names) => vault.destroy(names),
    blindIndex: (purpose, text) => vault.blindIndex(purpose, text),
  };
}

export type Folder = Awaited<ReturnType<typeof openFolder>>;
