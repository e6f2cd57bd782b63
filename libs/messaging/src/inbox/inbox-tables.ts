/** Tables of one consumer group, in the schema `<group>_inbox`. Messages carry references only. */
export const inboxTables = `
  CREATE TABLE IF NOT EXISTS seen (
    stream text PRIMARY KEY,
    -- last revision handled
    last bigint NOT NULL
  );
  CREATE TABLE IF NOT EXISTS stuck (
    stream text PRIMARY KEY,
    state text NOT NULL CHECK (state IN ('waiting', 'parked')),
    code text NOT NULL,
    error_id text,
    since timestamptz NOT NULL,
    attempts integer NOT NULL,
    retry_at timestamptz NOT NULL
  );
  CREATE INDEX IF NOT EXISTS stuck_due ON stuck (retry_at) WHERE state = 'waiting';
  -- The sender of a stream is what its name begins with.
  CREATE INDEX IF NOT EXISTS stuck_waiting ON stuck (split_part(stream, '.', 1), retry_at)
    WHERE state = 'waiting';
  CREATE INDEX IF NOT EXISTS stuck_full ON stuck (split_part(stream, '.', 1), since)
    WHERE code = 'QUEUE_FULL';
  CREATE TABLE IF NOT EXISTS queue (
    stream text NOT NULL,
    revision bigint NOT NULL,
    message text NOT NULL,
    PRIMARY KEY (stream, revision)
  );
  CREATE TABLE IF NOT EXISTS dead_letter (
    topic text NOT NULL,
    partition integer NOT NULL,
    "offset" bigint NOT NULL,
    key bytea,
    value bytea,
    mac text,
    code text NOT NULL,
    since timestamptz NOT NULL,
    due boolean NOT NULL DEFAULT false,
    PRIMARY KEY (topic, partition, "offset")
  );
  CREATE TABLE IF NOT EXISTS position (
    topic text PRIMARY KEY,
    position text NOT NULL
  );`;
