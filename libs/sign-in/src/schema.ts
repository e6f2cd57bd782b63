import { makeSchema } from '@minh-bach/kernel';
import type { Pool } from 'pg';

/** Everything about signing in lies in the schema `signin`; nothing else in the product reads it. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS signin.accounts (
  sub           text PRIMARY KEY,
  username      text NOT NULL UNIQUE,
  password_hash text NOT NULL,
  -- A demo account's password is known to everybody: production refuses to start beside one.
  demo          boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now(),
  changed_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS signin.attempts (
  key        text PRIMARY KEY,
  failures   integer NOT NULL,
  last_at    timestamptz NOT NULL,
  next_at    timestamptz NOT NULL
);

CREATE TABLE IF NOT EXISTS signin.one_time_links (
  hash       text PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
-- Of an invitation: for whose account (its future sub), who drew it, and when. Rows are kept.
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS subject text;
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS drawn_by text;
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS drawn_at timestamptz;
-- An invitation has two halves: the link of one administrator, the code of another. Who is who, by
-- the directory's ids: the invited person, who drew the link, who drew the code.
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS person text;
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS drawn_by_person text;
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS code_hash text;
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS code_by text;
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS code_by_person text;
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS code_at timestamptz;
ALTER TABLE signin.one_time_links ADD COLUMN IF NOT EXISTS code_tries integer NOT NULL DEFAULT 0;
-- Whatever a route gets wrong: nobody draws both halves, and nobody one for themselves.
DO $$ BEGIN
  ALTER TABLE signin.one_time_links ADD CONSTRAINT two_hands CHECK (code_hash IS NULL OR coalesce(
    code_by <> drawn_by AND code_by_person <> drawn_by_person
      AND code_by_person <> person AND drawn_by_person <> person, false));
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;

CREATE TABLE IF NOT EXISTS signin.oidc_models (
  model       text NOT NULL,
  id          text NOT NULL,
  payload     bytea NOT NULL,
  grant_id    text,
  account     text,
  user_code   text,
  uid         text,
  consumed_at timestamptz,
  expires_at  timestamptz,
  PRIMARY KEY (model, id)
);
CREATE INDEX IF NOT EXISTS oidc_models_grant ON signin.oidc_models (grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS oidc_models_account ON signin.oidc_models (account) WHERE account IS NOT NULL;
CREATE INDEX IF NOT EXISTS oidc_models_user_code ON signin.oidc_models (user_code) WHERE user_code IS NOT NULL;
CREATE INDEX IF NOT EXISTS oidc_models_uid ON signin.oidc_models (uid) WHERE uid IS NOT NULL;
CREATE INDEX IF NOT EXISTS oidc_models_expires ON signin.oidc_models (expires_at);

-- From which network it was asked for, unreadable; only to bound what one network leaves behind.
ALTER TABLE signin.oidc_models ADD COLUMN IF NOT EXISTS caller text;
CREATE INDEX IF NOT EXISTS oidc_models_caller ON signin.oidc_models (caller, model, expires_at) WHERE account IS NULL;
CREATE INDEX IF NOT EXISTS oidc_models_anonymous ON signin.oidc_models (model, expires_at) WHERE account IS NULL;

CREATE TABLE IF NOT EXISTS signin.sessions (
  id_hash    text PRIMARY KEY,
  issuer     text NOT NULL,
  subject    text NOT NULL,
  tokens     bytea NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL
);
-- Who is who in the directory, as far as ending sessions needs it.
CREATE TABLE IF NOT EXISTS signin.people (
  person  text PRIMARY KEY,
  issuer  text NOT NULL,
  subject text NOT NULL
);
-- Under which other subjects the person was recorded before.
ALTER TABLE signin.people ADD COLUMN IF NOT EXISTS former text[] NOT NULL DEFAULT '{}';
-- Sealed; for administrators, in the list of open invitations.
ALTER TABLE signin.people ADD COLUMN IF NOT EXISTS name bytea;
CREATE TABLE IF NOT EXISTS signin.posts (
  post   text PRIMARY KEY,
  person text NOT NULL,
  unit   text NOT NULL,
  roles  text[] NOT NULL
);
-- How a person narrows a list, under a name of theirs (sealed): what an address says, nothing of a matter.
CREATE TABLE IF NOT EXISTS signin.list_views (
  id         text PRIMARY KEY,
  person     text NOT NULL,
  post       text NOT NULL,
  list       text NOT NULL,
  name       bytea NOT NULL,
  query      jsonb NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS list_views_person ON signin.list_views (person, post, created_at);
CREATE UNIQUE INDEX IF NOT EXISTS list_views_default ON signin.list_views (person, post, list) WHERE is_default;
CREATE INDEX IF NOT EXISTS sessions_subject ON signin.sessions (subject, created_at);
CREATE INDEX IF NOT EXISTS sessions_seen ON signin.sessions (seen_at);
`;

/** Any number; all who migrate this schema take the same lock. */
const LOCK = 7_420_011;

/** Creates what is missing; safe when several processes start at once. */
export async function migrateSignIn(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await makeSchema(client, 'signin');
    await client.query(SCHEMA);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
