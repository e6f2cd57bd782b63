import pg from 'pg';
import type { ClientConfig } from 'pg';
import { schemaName } from '../postgres.ts';

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
  );`;

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
        await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
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

  /** One statement, so one transaction: everything up to `position` is acknowledged. */
  async save(position: string, relayed: ReadonlyMap<string, number>): Promise<void> {
    await this.#client.query(
      `WITH streams AS (
         INSERT INTO ${this.#schema}.relayed SELECT $1, * FROM unnest($3::text[], $4::bigint[])
         ON CONFLICT (topic, stream) DO UPDATE SET revision = excluded.revision)
       INSERT INTO ${this.#schema}.position VALUES ($1, $2)
       ON CONFLICT (topic) DO UPDATE SET position = excluded.position`,
      [this.#topic, position, [...relayed.keys()], [...relayed.values()]],
    );
  }

  async release(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }
}
