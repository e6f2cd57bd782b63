import { isDomainError, DomainError } from '@minh-bach/kernel';
import { migrateSignIn } from '@minh-bach/sign-in';
import { PostgresKeyStore, rootSecret, setUpVaultSchema, type MasterKey } from '@minh-bach/vault';
import pg from 'pg';
import { readTable, type Row, type TableFile } from './table-file.ts';
import { ACCESS_LINES, ACCOUNTS, DESTROYED, KEYS, LINKS } from './tables.ts';

export interface ImportKeysOptions {
  /** Of the database's owner. */
  readonly url: string;
  readonly folder: string;
  /** Of the log: tells which keys were destroyed, also after this backup of them. */
  readonly logFolder: string;
  readonly masterKey: MasterKey;
}

export interface ImportedKeys {
  readonly keys: number;
  /** Of them, those that are destroyed. */
  readonly destroyed: number;
  /** Of them, those that this backup still held, and the log's knows as destroyed. */
  readonly destroyedAgain: number;
}

/**
 * Brings keys into a database, all or none: none is there before those that were destroyed are destroyed
 * again. What is destroyed in the database stays so. It may run again.
 *
 * @throws DomainError `MASTER_KEY_WRONG`: they were wrapped by another master key
 * @throws DomainError `KEYS_DIFFER` {key}: the database holds keys of another installation
 * @throws DomainError as `readTable`
 */
export async function importKeys(options: ImportKeysOptions): Promise<ImportedKeys> {
  const { url, folder, logFolder, masterKey } = options;
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'minh-bach-import' });
  try {
    await setUpVaultSchema(pool);
    const accounts = await rowsOf(folder, ACCOUNTS);
    if (accounts.length > 0) await migrateSignIn(pool);
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query(
        'create temp table brought (like vault.keys, held boolean) on commit drop',
      );
      for await (const rows of readTable(folder, KEYS)) await bring(client, rows, true);
      for await (const rows of readTable(logFolder, DESTROYED)) await bring(client, rows, false);
      await refuseOthers(client);
      await client.query(ADD);
      await client.query(DESTROY);
      await rootSecret(new PostgresKeyStore(client as unknown as pg.Pool), masterKey);
      if (accounts.length > 0) {
        await addMissing(client, ACCOUNTS.table, accounts);
        await addMissing(client, LINKS.table, await rowsOf(folder, LINKS));
      }
      await addAccessLines(client, folder);
      const { rows } = await client.query<ImportedKeys>(COUNT);
      await client.query('commit');
      return rows[0]!;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

/** Of one key, the row that says that it was destroyed goes before the one that holds it. */
const ADD = `
  insert into vault.keys (id, owner, compartment, wrapped, created_at, destroyed_at, account)
  select distinct on (id, account) id, owner, compartment, wrapped, created_at, destroyed_at, account
  from brought order by id, account, wrapped is not null
  on conflict (id, account) do update set wrapped = null, destroyed_at = excluded.destroyed_at
  where excluded.wrapped is null and vault.keys.wrapped is not null`;

/** Whatever account made the key: the vault destroys in the same way. */
const DESTROY = `
  update vault.keys k set wrapped = null, destroyed_at = gone.at
  from (select id, owner, compartment, min(destroyed_at) as at from brought
        where wrapped is null group by 1, 2, 3) gone
  where k.id = gone.id and k.owner = gone.owner and k.compartment = gone.compartment
    and k.wrapped is not null`;

const COUNT = `
  select count(*)::integer as keys, count(*) filter (where k.wrapped is null)::integer as destroyed,
    count(*) filter (where k.wrapped is null and exists (
      select from brought b where b.id = k.id and b.account = k.account and b.held
        and b.wrapped is not null))::integer as "destroyedAgain"
  from vault.keys k`;

async function bring(client: pg.ClientBase, rows: readonly Row[], held: boolean): Promise<void> {
  await client.query(
    `insert into brought select r.*, $2::boolean from jsonb_populate_recordset(null::vault.keys, $1) r`,
    [JSON.stringify(rows), held],
  );
}

async function refuseOthers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ key: string }>(
    `select k.id as key from brought b join vault.keys k using (id, account)
     where b.wrapped <> k.wrapped or (b.owner, b.compartment) <> (k.owner, k.compartment) limit 1`,
  );
  if (rows[0]) throw new DomainError('KEYS_DIFFER', { ...rows[0] });
}

async function addMissing(
  client: pg.ClientBase,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  await client.query(
    `insert into ${table} overriding system value
     select * from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}

async function addAccessLines(client: pg.ClientBase, folder: string): Promise<void> {
  for await (const rows of readTable(folder, ACCESS_LINES))
    await addMissing(client, ACCESS_LINES.table, rows);
  await client.query(
    `select setval(pg_get_serial_sequence('vault.access_log', 'id'), max(id))
     from vault.access_log having count(*) > 0`,
  );
}

/** Of a small table that an installation may lack. */
async function rowsOf(folder: string, table: TableFile): Promise<readonly Row[]> {
  const all: Row[] = [];
  try {
    for await (const rows of readTable(folder, table)) all.push(...rows);
  } catch (error) {
    if (!isDomainError(error, 'NO_EXPORT')) throw error;
  }
  return all;
}
