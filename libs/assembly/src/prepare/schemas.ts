import type { Pool } from 'pg';
import { PROCESSES, accountOf } from './processes.ts';

/** Of each process: rows, what a rebuild makes beside and leaves behind, inboxes, the relay's place. */
export function schemasOf({ name, commands }: { name: string; commands: boolean }): string[] {
  if (!commands) return ['signin', `${name}_inbox`];
  const readModels = [name, `${name}_lists`];
  return [
    ...readModels.flatMap((live) => [live, `${live}_next`, `${live}_check`, `${live}_old`]),
    ...[`${name}_inbox`, `${name}_directory_inbox`, `${name}_relay`],
  ];
}

/**
 * The owner owns all schemas. An account makes, renames and drops its own by these functions, and may
 * create nothing elsewhere: a table put into another's schema could run what its maker likes there.
 */
const FUNCTIONS = `
CREATE SCHEMA IF NOT EXISTS schemas;
CREATE TABLE IF NOT EXISTS schemas.of_account (
  name text PRIMARY KEY,
  account text NOT NULL
);

CREATE OR REPLACE FUNCTION schemas.check_own(VARIADIC asked text[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM unnest(asked) AS one (name)
    WHERE NOT EXISTS (SELECT FROM schemas.of_account o WHERE o.name = one.name AND o.account = session_user))
  THEN
    RAISE EXCEPTION 'schemas: % is not of %', asked, session_user USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

CREATE OR REPLACE FUNCTION schemas.make(name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM schemas.check_own(name);
  EXECUTE format('CREATE SCHEMA %I', name);
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO %I', name, session_user);
END $$;

CREATE OR REPLACE FUNCTION schemas.rename(old_name text, new_name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM schemas.check_own(old_name, new_name);
  EXECUTE format('ALTER SCHEMA %I RENAME TO %I', old_name, new_name);
END $$;

CREATE OR REPLACE FUNCTION schemas.drop(name text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM schemas.check_own(name);
  EXECUTE format('DROP SCHEMA IF EXISTS %I CASCADE', name);
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA schemas FROM PUBLIC;
`;

/** Relations and functions of schemas that belong to neither the account nor the owner. */
const FOREIGN = `
  SELECT DISTINCT n.nspname AS name, pg_get_userbyid(found.owner) AS owner
  FROM (SELECT oid AS namespace, nspowner AS owner FROM pg_namespace
        UNION ALL SELECT relnamespace, relowner FROM pg_class
        UNION ALL SELECT pronamespace, proowner FROM pg_proc) AS found
  JOIN pg_namespace n ON n.oid = found.namespace
  LEFT JOIN unnest($1::text[], $2::text[]) AS own (name, account) ON own.name = n.nspname
  WHERE (own.name IS NOT NULL OR n.nspname = ANY ($3))
    AND pg_get_userbyid(found.owner) NOT IN (current_user, coalesce(own.account, current_user))`;

/** @throws Error which schema holds what another account made; nothing is granted then */
export async function prepareSchemas(pool: Pool): Promise<void> {
  const own = PROCESSES.flatMap((process) =>
    schemasOf(process).map((name) => ({ name, account: accountOf(process) })),
  );
  const [names, accounts] = [own.map(({ name }) => name), own.map(({ account }) => account)];
  const shared = ['schemas', 'log', 'vault', 'files'];
  const { rows: foreign } = await pool.query<{ name: string; owner: string }>(FOREIGN, [
    names,
    accounts,
    shared,
  ]);
  if (foreign.length > 0)
    throw new Error(
      foreign.map(({ name, owner }) => `schema ${name} holds what ${owner} made`).join('; '),
    );
  await pool.query(FUNCTIONS);
  await pool.query(
    `INSERT INTO schemas.of_account SELECT * FROM unnest($1::text[], $2::text[])
     ON CONFLICT (name) DO UPDATE SET account = excluded.account`,
    [names, accounts],
  );
  // Those of an installation from before: each account owned its own.
  const { rows: there } = await pool.query<{ name: string; account: string; ours: boolean }>(
    `SELECT own.name, own.account, n.nspowner = current_user::regrole AS ours
     FROM schemas.of_account own JOIN pg_namespace n ON n.nspname = own.name`,
  );
  for (const { name, account, ours } of there) {
    if (!ours) await pool.query(`ALTER SCHEMA ${name} OWNER TO CURRENT_USER`);
    await pool.query(`GRANT USAGE, CREATE ON SCHEMA ${name} TO ${account}`);
  }
}
