-- The log. Created, and brought up to date, by every start: each statement may run again.
CREATE SCHEMA IF NOT EXISTS log;

CREATE TABLE IF NOT EXISTS log.identity (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  id text NOT NULL DEFAULT substr(replace(gen_random_uuid()::text, '-', ''), 1, 16)
);
INSERT INTO log.identity DEFAULT VALUES ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS log.events (
  position bigint PRIMARY KEY,
  stream text COLLATE "C" NOT NULL,
  revision integer NOT NULL CHECK (revision >= 0),
  id uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  data bytea STORAGE EXTERNAL NOT NULL, -- ciphertext does not shrink: spare the attempt
  metadata bytea STORAGE EXTERNAL NOT NULL,
  UNIQUE (stream, revision),
  UNIQUE (stream, id)
);

-- What stands before the first dot is whose stream it is: a service finds its own in a long log.
CREATE INDEX IF NOT EXISTS events_category ON log.events (split_part(stream, '.', 1), position);

-- Holds nothing: its lock is the turn to append, and only its owner can take that.
CREATE TABLE IF NOT EXISTS log.turn ();

-- How much one account appends: far more than services do, and little enough for all who follow its
-- streams to keep up. The owner may change it, and has none. A minute's worth may come at once.
CREATE TABLE IF NOT EXISTS log.budget (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  events_a_minute bigint NOT NULL DEFAULT 30000 CHECK (events_a_minute > 0),
  bytes_a_minute bigint NOT NULL DEFAULT 256 * 1024 * 1024 CHECK (bytes_a_minute > 0)
);
INSERT INTO log.budget DEFAULT VALUES ON CONFLICT DO NOTHING;

-- Until when an account has spent its budget, after it spends `cost` microseconds more. An account that
-- has a budget has a sequence `log.spent_<account>`, which holds that moment. A sequence and no row: what is
-- rolled back stays spent, and an old snapshot, as a backup holds one, makes it no slower.
CREATE OR REPLACE FUNCTION log.spent_until(kept regclass, cost bigint) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  minute constant bigint := 60000000;
  now constant bigint := extract(epoch FROM clock_timestamp()) * 1000000;
  spent bigint := coalesce(pg_sequence_last_value(kept), 0);
BEGIN
  -- Nobody spends so far ahead: the clock was set back.
  IF spent > now + 2 * minute THEN spent := now; END IF;
  spent := greatest(spent, now) + cost;
  IF spent > now + minute THEN
    RAISE EXCEPTION 'log.append: % appends more than its budget', session_user
      USING ERRCODE = 'configuration_limit_exceeded';
  END IF;
  RETURN spent;
END $$;

-- What was said stays said, whoever asks. ALWAYS: a session in replica role does not get past it.
CREATE OR REPLACE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'log.% is append-only: % refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.events
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
ALTER TABLE log.events ENABLE ALWAYS TRIGGER append_only;

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.identity
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
ALTER TABLE log.identity ENABLE ALWAYS TRIGGER append_only;

REVOKE UPDATE, DELETE, TRUNCATE ON log.events, log.identity FROM PUBLIC;

-- Waits for the turn to append and gives it back, as long as the caller's lock_timeout allows.
CREATE OR REPLACE FUNCTION log.await_turn() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  LOCK TABLE log.turn IN EXCLUSIVE MODE;
END $$;

-- A list as callers mean one: entries beside each other, counted from 1. Others shift what belongs together.
CREATE OR REPLACE FUNCTION log.is_list(list anyarray) RETURNS boolean LANGUAGE sql IMMUTABLE AS
  'SELECT coalesce(array_ndims(list) = 1 AND array_lower(list, 1) = 1, false)';

-- Writes a batch of appends, at most one a stream, each whole or not at all, in one transaction.
--
-- `streams`, `expected` (-1: no stream, null: any) and `ends` (its last event in the batch, counted
-- from 1) hold one entry an append; `appends` (which one it belongs to, from 1), `nths` (which of
-- its events, from 1), `ids`, `types`, `contents` and `metadatas` one an event.
--
-- `lasts` answers each append with the last revision before it (-1: none), or null when it is
-- refused: the stream is not where it was expected, or knows one of the ids. Event n of the batch
-- stands at position `head` + n; those of refused appends stay empty.
--
-- The lock comes before the positions. Whoever holds it is the only writer until its commit can be
-- seen, so commit order is position order; and each statement after it looks at the log afresh
-- (READ COMMITTED), so it sees all that was written under the lock before.
--
-- It runs with its owner's rights: the accounts of services may call it and may not insert. The lock is
-- that of a table they may not lock; an advisory lock could be taken, and kept, by any account.
CREATE OR REPLACE FUNCTION log.append(
  streams text[], expected integer[], ends integer[],
  appends integer[], nths integer[], ids uuid[], types text[], contents bytea[], metadatas bytea[],
  OUT head bigint, OUT lasts integer[]
) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  kept regclass := to_regclass(format('log.%I', 'spent_' || session_user));
  cost bigint;
BEGIN
  IF cardinality(ids) = 0 THEN RETURN; END IF; -- asked only to have this statement prepared

  -- With the view of an older snapshot it would write behind what others have written and read.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'log.append: only in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
  END IF;

  IF NOT (log.is_list(streams) AND log.is_list(expected) AND log.is_list(ends) AND log.is_list(appends)
    AND log.is_list(nths) AND log.is_list(ids) AND log.is_list(types) AND log.is_list(contents)
    AND log.is_list(metadatas))
  THEN
    RAISE EXCEPTION 'log.append: these are no plain lists' USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- Accounts other than the owner's are named after a service, and write its streams alone.
  IF session_user <> current_user AND EXISTS (
    SELECT FROM unnest(streams) AS asked (stream)
    WHERE NOT starts_with(stream, regexp_replace(session_user, '^minhbach_', '') || '.'))
  THEN
    RAISE EXCEPTION 'log.append: % may not write these streams', session_user
      USING ERRCODE = 'insufficient_privilege';
  END IF;

  -- No more than `checkAppend` lets through (`MAX_APPEND_BYTES`, 512 bytes a name), and nothing is null:
  -- all who follow the stream have to hold it.
  IF EXISTS (
      SELECT FROM unnest(streams, ends) AS asked (stream, "end")
      WHERE NOT coalesce(octet_length(stream) BETWEEN 1 AND 512 AND "end" > 0, false))
    OR EXISTS (
      SELECT FROM unnest(ids, types, contents, metadatas) AS event (id, type, content, metadata)
      WHERE NOT coalesce(id IS NOT NULL AND octet_length(type) BETWEEN 1 AND 512
        AND octet_length(content) + octet_length(metadata) <= 1024 * 1024, false))
  THEN
    RAISE EXCEPTION 'log.append: an event is too large, or lacks something'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- And accounts write what others can read: JSON objects, the metadata with all keys that
  -- `metadataSchema` of the kernel asks for. What is no JSON at all fails in the cast, and so does a
  -- NUL character, which no row of a follower can hold.
  IF session_user <> current_user AND EXISTS (
    SELECT FROM unnest(contents, metadatas) AS event (content, metadata)
    CROSS JOIN LATERAL (SELECT convert_from(metadata, 'UTF8')::jsonb OFFSET 0) AS read (envelope)
    WHERE NOT coalesce(jsonb_typeof(convert_from(content, 'UTF8')::jsonb) = 'object'
      AND jsonb_typeof(envelope) = 'object'
      AND envelope ?& ARRAY['correlationId', 'causationId', 'commandId',
        'requestHash', 'actor', 'salt', 'occurredAt', 'recordedAt', 'schemaVersion'], false))
  THEN
    RAISE EXCEPTION 'log.append: an event is no JSON object with its metadata'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- Revisions of an append follow each other: `appends` and `nths` say nothing but what `ends` says.
  IF cardinality(appends) <> cardinality(ids) OR NOT coalesce((appends, nths) = (
    SELECT array_agg(n::integer ORDER BY n, place), array_agg((place - previous_end)::integer ORDER BY n, place)
    FROM unnest(ends, 0 || ends) WITH ORDINALITY AS asked ("end", previous_end, n)
    CROSS JOIN LATERAL generate_series(previous_end::bigint + 1, least("end", cardinality(ids))) AS place
    WHERE "end" IS NOT NULL), false)
  THEN
    RAISE EXCEPTION 'log.append: the events of an append do not follow each other'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  IF kept IS NOT NULL THEN
    SELECT 60000000 * greatest(cardinality(ids)::numeric / events_a_minute, bytes::numeric / bytes_a_minute)
    FROM log.budget, (
      SELECT sum(octet_length(content) + octet_length(metadata))
      FROM unnest(contents, metadatas) AS event (content, metadata)) AS size (bytes)
    INTO cost;
    PERFORM log.spent_until(kept, cost); -- an account that has spent it waits for no turn
  END IF;

  LOCK TABLE log.turn IN EXCLUSIVE MODE;

  IF kept IS NOT NULL THEN
    PERFORM setval(kept, log.spent_until(kept, cost)); -- nobody else spends at the same time
  END IF;

  SELECT
    coalesce((SELECT e.position FROM log.events e ORDER BY e.position DESC LIMIT 1), 0),
    ARRAY (
      SELECT CASE WHEN (wanted IS NULL OR wanted = last) AND (last = -1 OR NOT EXISTS (
          SELECT FROM log.events e
          WHERE e.stream = asked.stream AND e.id = ANY (ids[previous_end + 1 : asked.end])))
        THEN last END
      FROM unnest(streams, expected, ends, 0 || ends) WITH ORDINALITY
        AS asked (stream, wanted, "end", previous_end, n)
      CROSS JOIN LATERAL (
        SELECT coalesce((
          SELECT e.revision FROM log.events e
          WHERE e.stream = asked.stream ORDER BY e.revision DESC LIMIT 1), -1)
        OFFSET 0) AS stood (last)
      WHERE stream IS NOT NULL -- `0 || ends` is one longer
      ORDER BY n)
  INTO head, lasts;

  INSERT INTO log.events
  SELECT head + place, streams[append], lasts[append] + nth, id, type, content, metadata
  FROM unnest(appends, nths, ids, types, contents, metadatas) WITH ORDINALITY
    AS event (append, nth, id, type, content, metadata, place)
  WHERE lasts[append] IS NOT NULL
  ORDER BY place;

  PERFORM pg_notify('minh_bach_log', (head + cardinality(ids))::text);
END $$;
