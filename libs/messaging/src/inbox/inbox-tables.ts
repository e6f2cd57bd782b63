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
  -- Made up, or put where its sender did not: only so many of these are kept.
  -- Only where it is missing: even IF NOT EXISTS waits for all who read the table.
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute
                   WHERE attrelid = 'dead_letter'::regclass AND attname = 'unsigned') THEN
      ALTER TABLE dead_letter ADD COLUMN unsigned boolean NOT NULL DEFAULT false;
    END IF;
  END $$;
  CREATE INDEX IF NOT EXISTS dead_letter_unsigned ON dead_letter (topic) WHERE unsigned;
  CREATE INDEX IF NOT EXISTS dead_letter_signed ON dead_letter USING hash (value)
    WHERE NOT unsigned;
  CREATE INDEX IF NOT EXISTS dead_letter_oldest ON dead_letter (since, topic, partition, "offset");
  CREATE INDEX IF NOT EXISTS dead_letter_due ON dead_letter (topic, partition, "offset") WHERE due;
  -- How many are not kept, and where in the topic, which has them still.
  CREATE TABLE IF NOT EXISTS not_kept (
    topic text NOT NULL,
    partition integer NOT NULL,
    first_offset bigint NOT NULL,
    last_offset bigint NOT NULL,
    count bigint NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (topic, partition)
  );
  CREATE TABLE IF NOT EXISTS position (
    topic text PRIMARY KEY,
    position text NOT NULL
  );
  -- How far the group is in each partition of a topic, whatever Kafka has noted for it.
  CREATE TABLE IF NOT EXISTS place (
    topic text NOT NULL,
    partition integer NOT NULL,
    -- all offsets before it were taken in
    next bigint NOT NULL,
    -- of the last message that was taken in
    mark text,
    -- where the partition ended at some time, and that time: by then the group is to get there
    awaited bigint,
    awaited_since timestamptz,
    PRIMARY KEY (topic, partition)
  );
  -- where the marked message lies; before this column it was the one before next
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_attribute
                   WHERE attrelid = 'place'::regclass AND attname = 'mark_offset') THEN
      ALTER TABLE place ADD COLUMN mark_offset bigint;
    END IF;
  END $$;`;
