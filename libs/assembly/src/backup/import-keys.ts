import { DomainError } from '@minh-bach/kernel';
import { migrateSignIn } from '@minh-bach/sign-in';
import { PostgresKeyStore, rootSecret, setUpVaultSchema, type MasterKey } from '@minh-bach/vault';
import pg from 'pg';
import { addRows, type SetAside } from './add-rows.ts';
import { backupKeyOf } from './backup-key.ts';
import { readIfThere, readTable, readWhole } from './read-table.ts';
import { ACCESS_LINES, ACCOUNTS, DESTROYED, KEYS, LINKS } from './tables.ts';

export interface ImportKeysOptions {
  /** Of the database's owner. */
  readonly url: string;
  readonly folder: string;
  /** Of the log: tells which keys were destroyed, also after this backup of them. */
  readonly logFolder: string;
  readonly masterKey: MasterKey;
  /** End of the log's chain, which the list of destroyed keys names. @default any: the log was cut short */
  readonly chain?: string;
  /** Called when the backup was looked at and holds, before the database is changed. */
  readonly beforeChange?: () => Promise<void>;
}

export interface ImportedKeys {
  readonly keys: number;
  /** Of them, those that are destroyed. */
  readonly destroyed: number;
  /** Of them, those that this backup still held, and the log's knows as destroyed. */
  readonly destroyedAgain: number;
  /** Rows of other tables that the database refused. */
  readonly setAside: readonly SetAside[];
  /** SHA-256 by file, also of the list of destroyed keys. */
  readonly tables: Readonly<Record<string, string>>;
}

type CountedKeys = Omit<ImportedKeys, 'setAside' | 'tables'>;

/**
 * Brings keys into a database, all or none: none is there before those that were destroyed are destroyed
 * again. What is destroyed in the database stays so. It may run again.
 *
 * No other row keeps a key from coming back: those of the other tables follow when the keys are there for
 * good, and one that the database refuses is set aside.
 *
 * @throws DomainError `MASTER_KEY_WRONG`: they were wrapped by another master key
 * @throws DomainError `KEYS_DIFFER` {key}: the database holds keys of another installation
 * @throws DomainError `EXPORT_CUT` {file}: the list of destroyed keys is of another log, or of an earlier run
 * @throws DomainError as `readTable`, for any of the files, before anything is brought
 */
export async function importKeys(options: ImportKeysOptions): Promise<ImportedKeys> {
  const { url, folder, logFolder, masterKey, chain, beforeChange } = options;
  const key = await backupKeyOf(masterKey);
  const destroyed = await readWhole(logFolder, DESTROYED, key);
  // The log was exported on, and the list was not: that run was cut short.
  if (chain !== undefined && destroyed.chain !== chain)
    throw new DomainError('EXPORT_CUT', { file: DESTROYED.file });
  const ends = new Map([[DESTROYED.file, destroyed]]);
  for (const table of [KEYS, ACCESS_LINES])
    ends.set(table.file, await readWhole(folder, table, key));
  for (const table of [ACCOUNTS, LINKS]) {
    const end = await readIfThere(folder, table, key);
    if (end) ends.set(table.file, end);
  }
  const signsIn = [ACCOUNTS, LINKS].every(({ file }) => ends.has(file));
  await beforeChange?.();
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'minh-bach-import' });
  try {
    await setUpVaultSchema(pool);
    if (signsIn) await migrateSignIn(pool);
    const client = await pool.connect();
    try {
      const keys = await bringKeys(client, { folder, logFolder, masterKey }, key);
      const setAside: SetAside[] = [];
      for (const table of signsIn ? [ACCOUNTS, LINKS, ACCESS_LINES] : [ACCESS_LINES])
        setAside.push(...(await addRows(client, folder, table, key)));
      await client.query(NEXT_LINE);
      const tables = Object.fromEntries([...ends].map(([file, { sha256 }]) => [file, sha256]));
      return { ...keys, setAside, tables };
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

async function bringKeys(
  client: pg.PoolClient,
  { folder, logFolder, masterKey }: Omit<ImportKeysOptions, 'url'>,
  key: Uint8Array,
): Promise<CountedKeys> {
  try {
    await client.query('begin');
    await client.query('create temp table brought (like vault.keys, held boolean) on commit drop');
    for await (const { rows } of readTable(folder, KEYS, key)) await bring(client, rows, true);
    for await (const { rows } of readTable(logFolder, DESTROYED, key))
      await bring(client, rows, false);
    await refuseOthers(client);
    await client.query(ADD);
    await client.query(DESTROY);
    await rootSecret(new PostgresKeyStore(client as unknown as pg.Pool), masterKey);
    const { rows } = await client.query<CountedKeys>(COUNT);
    await client.query('commit');
    return rows[0]!;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
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

const NEXT_LINE = `
  select setval(pg_get_serial_sequence('vault.access_log', 'id'), max(id))
  from vault.access_log having count(*) > 0`;

/** Row by row: all in one value would be longer than the database takes. */
async function bring(client: pg.ClientBase, rows: readonly string[], held: boolean): Promise<void> {
  await client.query(
    `insert into brought select r.*, $2::boolean
     from unnest($1::text[]) line, jsonb_populate_record(null::vault.keys, line::jsonb) r`,
    [rows, held],
  );
}

async function refuseOthers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ key: string }>(
    `select k.id as key from brought b join vault.keys k using (id, account)
     where b.wrapped <> k.wrapped or (b.owner, b.compartment) <> (k.owner, k.compartment) limit 1`,
  );
  if (rows[0]) throw new DomainError('KEYS_DIFFER', { ...rows[0] });
}
