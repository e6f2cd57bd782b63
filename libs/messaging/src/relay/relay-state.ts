import { makeSchema } from '@minh-bach/kernel';
import pg from 'pg';
import type { ClientConfig } from 'pg';
import type { Ends } from '../kafka/topic-ends.ts';
import { schemaName } from '../postgres.ts';
import {
  addParked,
  dueParked,
  listParked,
  parkedRecords,
  parkedTable,
  type ParkedStream,
} from './parked-streams.ts';

/** What is done with a piece of the log. */
export interface Relayed {
  readonly position: string;
  /** Last revision of each stream. */
  readonly relayed: ReadonlyMap<string, number>;
  /** By partition, the offset behind what was acknowledged. */
  readonly ends: ReadonlyMap<number, bigint>;
  readonly parked: Iterable<ParkedStream>;
}

const relayTables = `
  CREATE TABLE IF NOT EXISTS position (
    topic text PRIMARY KEY,
    position text NOT NULL
  );
  CREATE TABLE IF NOT EXISTS relayed (
    topic text NOT NULL,
    stream text NOT NULL,
    -- last revision relayed, as of the position
    revision bigint NOT NULL,
    PRIMARY KEY (topic, stream)
  );
  -- where each partition began when last looked at, and how far it was seen or filled: that must stay
  CREATE TABLE IF NOT EXISTS sent (
    topic text NOT NULL,
    partition integer NOT NULL,
    low bigint NOT NULL,
    high bigint NOT NULL,
    PRIMARY KEY (topic, partition)
  );
  ${parkedTable}`;

/**
 * The one who relays a topic, and how far. Lease and notes share one connection: when it is lost,
 * so is the lease, and one that lost it can note nothing any more.
 */
export class RelayLease {
  readonly lost: AbortSignal;
  readonly #client: pg.Client;
  readonly #topic: string;
  readonly #schema: string;

  private constructor(client: pg.Client, topic: string, schema: string) {
    this.#client = client;
    this.#topic = topic;
    this.#schema = schema;
    const lost = new AbortController();
    this.lost = lost.signal;
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
  }

  /** `undefined` when another one relays. Schema `<service>_relay`. */
  static async tryTake(database: ClientConfig, topic: string): Promise<RelayLease | undefined> {
    const schema = schemaName(topic.replace(/\..*$/, '').replaceAll('-', '_'), 'relay');
    const client = new pg.Client({ keepAlive: true, ...database });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<{ ours: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS ours',
        [`relay ${topic}`],
      );
      if (rows[0]?.ours) {
        await makeSchema(client, schema.replaceAll('"', ''));
        await client.query(`SET search_path TO ${schema}`);
        await client.query(relayTables);
        return new RelayLease(client, topic, schema);
      }
    } catch (error) {
      await client.end();
      throw error;
    }
    await client.end();
    return undefined;
  }

  async position(): Promise<string | undefined> {
    const { rows } = await this.#client.query<{ position: string }>(
      `SELECT position FROM ${this.#schema}.position WHERE topic = $1`,
      [this.#topic],
    );
    return rows[0]?.position;
  }

  /** Last revision relayed of each stream; those never relayed are missing. */
  async relayed(streams: readonly string[]): Promise<Map<string, number>> {
    const { rows } = await this.#client.query<{ stream: string; revision: string }>(
      `SELECT stream, revision FROM ${this.#schema}.relayed
       WHERE topic = $1 AND stream = ANY ($2)`,
      [this.#topic, streams],
    );
    return new Map(rows.map(({ stream, revision }) => [stream, Number(revision)]));
  }

  /** Where each partition began, and how far it was filled. */
  async ends(): Promise<ReadonlyMap<number, Ends>> {
    const { rows } = await this.#client.query<{ partition: number; low: string; high: string }>(
      `SELECT partition, low, high FROM ${this.#schema}.sent WHERE topic = $1`,
      [this.#topic],
    );
    return new Map(
      rows.map(({ partition, low, high }) => [partition, { low: BigInt(low), high: BigInt(high) }]),
    );
  }

  async noteEnds(ends: ReadonlyMap<number, Ends>): Promise<void> {
    const each = [...ends.values()];
    await this.#client.query(
      `INSERT INTO ${this.#schema}.sent AS s
       SELECT $1, * FROM unnest($2::integer[], $3::bigint[], $4::bigint[])
       ON CONFLICT (topic, partition) DO UPDATE
       SET low = excluded.low, high = greatest(s.high, excluded.high)
       WHERE s.low <> excluded.low OR s.high < excluded.high`,
      [this.#topic, [...ends.keys()], each.map(({ low }) => low), each.map(({ high }) => high)],
    );
  }

  /** @param ends by partition, the offset behind what was acknowledged */
  async noteSent(ends: ReadonlyMap<number, bigint>): Promise<void> {
    await this.#client.query(this.#addSent('$2', '$3'), [
      this.#topic,
      [...ends.keys()],
      [...ends.values()],
    ]);
  }

  /** All is to be sent once more. One statement, so one transaction. */
  async forget(): Promise<void> {
    await this.#client.query(
      `WITH a AS (DELETE FROM ${this.#schema}.position WHERE topic = $1),
            b AS (DELETE FROM ${this.#schema}.relayed WHERE topic = $1)
       DELETE FROM ${this.#schema}.sent WHERE topic = $1`,
      [this.#topic],
    );
  }

  /** Streams that are not relayed further, by name. */
  async parked(): Promise<Map<string, ParkedStream>> {
    const parked = await listParked(this.#client, this.#schema);
    return new Map(parked.map((stream) => [stream.stream, stream]));
  }

  /** Parked streams that are to be tried again now. */
  dueParked(now: Date, limit: number): Promise<readonly ParkedStream[]> {
    return dueParked(this.#client, this.#schema, this.#topic, now, limit);
  }

  /** One statement, so one transaction: everything up to `position` is acknowledged, or parked. */
  async save({ position, relayed, ends, parked }: Relayed): Promise<void> {
    await this.#client.query(
      `WITH streams AS (${this.#addRelayed('$3', '$4')}),
         parked AS (${addParked(this.#schema, '$1', '$5')}),
         ends AS (${this.#addSent('$6', '$7')})
       INSERT INTO ${this.#schema}.position VALUES ($1, $2)
       ON CONFLICT (topic) DO UPDATE SET position = excluded.position`,
      [
        ...[this.#topic, position, [...relayed.keys()], [...relayed.values()]],
        ...[parkedRecords(parked), [...ends.keys()], [...ends.values()]],
      ],
    );
  }

  /** A parked stream was relayed to its end. @param last `null` when none of it is of interest */
  async unpark(stream: string, last: number | null): Promise<void> {
    const relayed = last === null ? [] : [last];
    await this.#client.query(
      `WITH streams AS (${this.#addRelayed('$2', '$3')})
       DELETE FROM ${this.#schema}.parked WHERE topic = $1 AND stream = $4`,
      [this.#topic, relayed.map(() => stream), relayed, stream],
    );
  }

  /** A parked stream was relayed up to where it is parked again. */
  async parkAgain(last: number | null, again: ParkedStream): Promise<void> {
    const { stream, revision, state, code, errorId, attempts, retryAt, count } = again;
    const relayed = last === null ? [] : [last];
    await this.#client.query(
      `WITH streams AS (${this.#addRelayed('$2', '$3')})
       UPDATE ${this.#schema}.parked SET revision = $5, state = $6, code = $7, error_id = $8,
         attempts = $9, retry_at = $10, count = $11
       WHERE topic = $1 AND stream = $4`,
      [
        ...[this.#topic, relayed.map(() => stream), relayed, stream, revision, state, code],
        ...[errorId ?? null, attempts, retryAt, count],
      ],
    );
  }

  #addSent(partitions: string, highs: string): string {
    return `UPDATE ${this.#schema}.sent s SET high = greatest(s.high, e.high)
            FROM unnest(${partitions}::integer[], ${highs}::bigint[]) AS e(partition, high)
            WHERE s.topic = $1 AND s.partition = e.partition`;
  }

  #addRelayed(streams: string, revisions: string): string {
    return `INSERT INTO ${this.#schema}.relayed
            SELECT $1, * FROM unnest(${streams}::text[], ${revisions}::bigint[])
            ON CONFLICT (topic, stream) DO UPDATE SET revision = excluded.revision`;
  }

  async release(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }
}
