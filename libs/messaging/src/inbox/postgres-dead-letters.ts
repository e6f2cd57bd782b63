import type { Pool } from 'pg';
import type { DeadLetter, RawMessage } from './inbox-store.ts';

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

  async deadLetter(raw: RawMessage, code: string, now: Date): Promise<void> {
    await this.pool.query(
      `INSERT INTO ${this.schema}.dead_letter
         (topic, partition, "offset", key, value, mac, code, since)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [...placeOf(raw), raw.key, raw.value, raw.mac, code, now],
    );
  }

  async deadLetters(): Promise<readonly DeadLetter[]> {
    const { rows } = await this.pool.query<LetterRow & { code: string; since: Date }>(
      `SELECT topic, partition, "offset", code, since FROM ${this.schema}.dead_letter
       ORDER BY since, topic, partition, "offset"`,
    );
    return rows.map((row) => ({
      place: placeOf(row).join('/'),
      code: row.code,
      since: row.since.toISOString(),
    }));
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
}

const placeOf = ({
  topic,
  partition,
  offset,
}: Pick<RawMessage, 'topic' | 'partition' | 'offset'>) =>
  [topic, partition, offset] as const satisfies unknown[];
