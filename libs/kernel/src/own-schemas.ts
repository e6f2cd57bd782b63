import { DomainError } from './domain-error.ts';

interface Database {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

interface Standing {
  /** `null`: it is not there. */
  readonly ours: boolean | null;
  /** `mb prepare` was here: its functions make, rename and drop schemas, each account's own alone. */
  readonly prepared: boolean;
}

const STANDING = `
  WITH preparing AS (SELECT nspowner AS owner FROM pg_namespace WHERE nspname = 'schemas')
  SELECT (SELECT pg_has_role(nspowner, 'USAGE') OR nspowner IN (SELECT owner FROM preparing)
          FROM pg_namespace WHERE nspname = $1) AS ours,
         EXISTS (SELECT FROM preparing WHERE NOT pg_has_role(owner, 'USAGE')) AS prepared`;

const standingOf = async (database: Database, schema: string): Promise<Standing> =>
  (await database.query(STANDING, [schema])).rows[0] as Standing;

/**
 * Makes a schema where it is missing. One that another account made would hold that account's triggers
 * and functions, and they would run with our rights.
 *
 * @param schema named by the product, never by what comes from outside
 * @throws DomainError `SCHEMA_NOT_OURS`
 */
export async function makeSchema(database: Database, schema: string): Promise<void> {
  const { ours, prepared } = await standingOf(database, schema);
  if (ours) return;
  if (ours === false) throw new DomainError('SCHEMA_NOT_OURS', { schema });
  if (prepared) await database.query('SELECT schemas.make($1)', [schema]);
  else await database.query(`CREATE SCHEMA IF NOT EXISTS "${schema}"`);
}

/** @throws DomainError `SCHEMA_NOT_OURS` */
export async function renameSchema(database: Database, from: string, to: string): Promise<void> {
  const { ours, prepared } = await standingOf(database, from);
  if (ours === false) throw new DomainError('SCHEMA_NOT_OURS', { schema: from });
  if (prepared) await database.query('SELECT schemas.rename($1, $2)', [from, to]);
  else await database.query(`ALTER SCHEMA "${from}" RENAME TO "${to}"`);
}

/** With all that is in it. @throws DomainError `SCHEMA_NOT_OURS` */
export async function dropSchema(database: Database, schema: string): Promise<void> {
  const { ours, prepared } = await standingOf(database, schema);
  if (ours === null) return;
  if (!ours) throw new DomainError('SCHEMA_NOT_OURS', { schema });
  if (prepared) await database.query('SELECT schemas.drop($1)', [schema]);
  else await database.query(`DROP SCHEMA IF EXISTS "${schema}" CASCADE`);
}
