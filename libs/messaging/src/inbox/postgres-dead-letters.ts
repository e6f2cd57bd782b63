import type { Pool } from 'pg';
import {
  LISTED,
  MOST_UNSIGNED,
  UNSIGNED,
  type DeadLetter,
  type RawMessage,
  type Unreadable,
} from './inbox-store.ts';

interface LetterRow {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly mac: string | null;
}

/** The part of the inbox that keeps what could not be read. */
export class PostgresDeadLetters {
  constructor(
    protected readonly pool: Pool,
    protected readonly schema: string,
  ) {}

  async deadLetter(raw: RawMessage, code: string, now: Date): Promise<boolean> {
    const signed = UNSIGNED.includes(code) ? [] : await this.#sameSigned(raw);
    if (signed.some(({ same_key }) => same_key)) return true;
    const unsigned = UNSIGNED.includes(code) || signed.length > 0;
    const { rowCount } = await this.pool.query(
      `WITH kept AS (
         SELECT count(*) AS letters, sum(${SIZE}) AS bytes FROM (
           SELECT key, value, mac FROM ${this.schema}.dead_letter WHERE unsigned LIMIT $10) AS u
       )
       INSERT INTO ${this.schema}.dead_letter AS d
         (topic, partition, "offset", key, value, mac, code, since, unsigned)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9 FROM kept
       WHERE NOT $9 OR (letters < $10 AND coalesce(bytes, 0) + $11::bigint <= $12)
       -- Other bytes at the same place: the topic was made anew, and sends the old ones once more.
       ON CONFLICT (topic, partition, "offset") DO UPDATE
       SET key = excluded.key, value = excluded.value, mac = excluded.mac, code = excluded.code,
           since = excluded.since, unsigned = excluded.unsigned, due = false
       WHERE (d.key, d.value) IS DISTINCT FROM (excluded.key, excluded.value)
         AND (d.unsigned OR NOT excluded.unsigned)`,
      [
        ...[...placeOf(raw), raw.key, raw.value, raw.mac, code, now, unsigned],
        ...[MOST_UNSIGNED.letters, sizeOf(raw), MOST_UNSIGNED.bytes],
      ],
    );
    return rowCount === 1 || !(await this.#notKept(raw, now));
  }

  /** The oldest. */
  async deadLetters(): Promise<readonly DeadLetter[]> {
    const { rows } = await this.pool.query<LetterRow & { code: string; since: Date }>(
      `SELECT topic, partition, "offset", code, since FROM ${this.schema}.dead_letter
       ORDER BY since, topic, partition, "offset" LIMIT $1`,
      [LISTED],
    );
    return rows.map((row) => ({
      place: placeOf(row).join('/'),
      code: row.code,
      since: row.since.toISOString(),
    }));
  }

  async unreadable(): Promise<Unreadable> {
    const { rows } = await this.pool.query<{ kept: number; beyond: number; since: Date | null }>(
      `SELECT (SELECT count(*)::int FROM ${this.schema}.dead_letter) AS kept,
              (SELECT coalesce(sum(count), 0)::float8 FROM ${this.schema}.not_kept) AS beyond,
              least((SELECT min(since) FROM ${this.schema}.dead_letter),
                    (SELECT min(since) FROM ${this.schema}.not_kept)) AS since`,
    );
    const { kept = 0, beyond = 0, since = null } = rows[0] ?? {};
    return {
      ...{ count: kept + beyond, notKept: beyond },
      ...(since !== null && { since: since.toISOString() }),
    };
  }

  async redriveDeadLetters(): Promise<number> {
    const { rowCount } = await this.pool.query(
      `UPDATE ${this.schema}.dead_letter SET due = true WHERE NOT due`,
    );
    return rowCount ?? 0;
  }

  async dueDeadLetters(limit: number): Promise<readonly RawMessage[]> {
    const { rows } = await this.pool.query<LetterRow>(
      `SELECT topic, partition, "offset", key, value, mac FROM ${this.schema}.dead_letter
       WHERE due ORDER BY topic, partition, "offset" LIMIT $1`,
      [limit],
    );
    return rows;
  }

  async settleDeadLetter(raw: RawMessage, code?: string): Promise<void> {
    const where = 'WHERE topic = $1 AND partition = $2 AND "offset" = $3';
    const table = `${this.schema}.dead_letter`;
    if (code === undefined) await this.pool.query(`DELETE FROM ${table} ${where}`, placeOf(raw));
    else
      await this.pool.query(`UPDATE ${table} SET due = false, code = $4 ${where}`, [
        ...placeOf(raw),
        code,
      ]);
  }

  /** Of the signed ones that are kept, those of the same bytes; the key is not signed with them. */
  async #sameSigned({ topic, key, value }: RawMessage): Promise<readonly { same_key: boolean }[]> {
    const { rows } = await this.pool.query<{ same_key: boolean }>(
      `SELECT key IS NOT DISTINCT FROM $3 AS same_key FROM ${this.schema}.dead_letter
       WHERE topic = $1 AND value = $2 AND NOT unsigned`,
      [topic, value, key],
    );
    return rows;
  }

  /** False where it is kept already: messages come again after a crash, and in order. */
  async #notKept(raw: RawMessage, now: Date): Promise<boolean> {
    const { schema } = this;
    const { rows } = await this.pool.query(
      `SELECT FROM ${schema}.dead_letter WHERE topic = $1 AND partition = $2 AND "offset" = $3
       AND (key, value) IS NOT DISTINCT FROM ($4::bytea, $5::bytea)`,
      [...placeOf(raw), raw.key, raw.value],
    );
    if (rows.length > 0) return false;
    await this.pool.query(
      `INSERT INTO ${schema}.not_kept AS n VALUES ($1, $2, $3, $3, 1, $4)
       ON CONFLICT (topic, partition) DO UPDATE
       SET count = n.count + 1, last_offset = excluded.last_offset
       WHERE n.last_offset < excluded.last_offset`,
      [...placeOf(raw), now],
    );
    return true;
  }
}

const SIZE =
  'coalesce(octet_length(key), 0) + coalesce(octet_length(value), 0) + coalesce(octet_length(mac), 0)';

const sizeOf = ({ key, value, mac }: RawMessage): number =>
  (key?.length ?? 0) + (value?.length ?? 0) + (mac?.length ?? 0);

const placeOf = ({
  topic,
  partition,
  offset,
}: Pick<RawMessage, 'topic' | 'partition' | 'offset'>) =>
  [topic, partition, offset] as const satisfies unknown[];
