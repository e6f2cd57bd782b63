import { createPostgresEventStore, type PostgresEventStoreOptions } from '@minh-bach/event-store';
import { setUpFilesSchema } from '@minh-bach/files';
import { PostgresKeyStore, rootSecret, setUpVaultSchema, type MasterKey } from '@minh-bach/vault';
import pg from 'pg';
import { PROCESSES, accountOf, type Process } from './processes.ts';
import { prepareSchemas } from './schemas.ts';

export interface PrepareDatabaseOptions extends Pick<
  PostgresEventStoreOptions,
  'mayLoseEventsInTests'
> {
  /** The services' own: the vault's secret is laid under it, before any account may add keys. */
  readonly masterKey: MasterKey;
}

/**
 * Makes what the processes share, as the database's owner, and gives each account its part: every
 * service reads the log and appends to its own streams, services that seal use the keys, intake keeps
 * uploads, and each keeps schemas of its own. Run it again after every update.
 *
 * @param ownerUrl the accounts of `accountOf` are there already
 * @throws DomainError `MASTER_KEY_WRONG` where the keys that are there were wrapped by another one
 */
export async function prepareDatabase(
  ownerUrl: string,
  { masterKey, ...log }: PrepareDatabaseOptions,
): Promise<void> {
  const store = await createPostgresEventStore({ connectionString: ownerUrl, ...log });
  await store.close();
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    await setUpVaultSchema(pool);
    await rootSecret(new PostgresKeyStore(pool), masterKey);
    await setUpFilesSchema(pool);
    const { rows } = await pool.query<{ name: string }>('SELECT current_database() AS name');
    const database = pg.escapeIdentifier(rows[0]!.name);
    await pool.query('REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA log FROM PUBLIC');
    await pool.query(`REVOKE CREATE, TEMPORARY ON DATABASE ${database} FROM PUBLIC`);
    await pool.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    await prepareSchemas(pool);
    for (const process of PROCESSES) await pool.query(grantsOf(process, database));
  } finally {
    await pool.end();
  }
}

function grantsOf(process: Process, database: string): string {
  const account = accountOf(process);
  return [
    // An account may set what it likes for itself, and what it set would outlive whoever took it over.
    `ALTER ROLE ${account} RESET ALL`,
    `ALTER ROLE ${account} IN DATABASE ${database} RESET ALL`,
    `GRANT CONNECT ON DATABASE ${database} TO ${account}`,
    `REVOKE CREATE, TEMPORARY ON DATABASE ${database} FROM ${account}`,
    `GRANT USAGE ON SCHEMA schemas TO ${account}`,
    `GRANT EXECUTE ON FUNCTION schemas.make, schemas.rename, schemas.drop TO ${account}`,
    ...(process.commands
      ? [
          `GRANT USAGE ON SCHEMA log TO ${account}`,
          `REVOKE ALL ON ALL TABLES IN SCHEMA log FROM ${account}`,
          `GRANT SELECT ON log.events, log.identity TO ${account}`,
          `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA log TO ${account}`,
          // It appends within a budget, which `log.append` keeps here.
          `CREATE SEQUENCE IF NOT EXISTS log.spent_${account} MINVALUE 0`,
        ]
      : []),
    ...(process.seals
      ? [
          `GRANT USAGE ON SCHEMA vault TO ${account}`,
          `REVOKE ALL ON ALL TABLES IN SCHEMA vault FROM ${account}`,
          // Keys are added and found; destroying one is the owner's, except an upload's. Lines name the account themselves.
          `GRANT SELECT, INSERT (id, owner, compartment, wrapped) ON vault.keys TO ${account}`,
          `GRANT INSERT (at, person, role, unit, purpose, matter, fields) ON vault.access_log TO ${account}`,
        ]
      : []),
    ...(process.files
      ? [
          `GRANT USAGE ON SCHEMA files TO ${account}`,
          `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA files TO ${account}`,
          `GRANT EXECUTE ON FUNCTION vault.destroy_upload_keys TO ${account}`,
          // Each has its own rows, and reads nothing of what waits for another.
          `ALTER TABLE files.uploads ENABLE ROW LEVEL SECURITY`,
          `DROP POLICY IF EXISTS of_${account} ON files.uploads`,
          `CREATE POLICY of_${account} ON files.uploads TO ${account} USING (service = '${process.name}')`,
        ]
      : []),
  ].join(';\n');
}
