import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Folders } from '../harness/index.ts';
import pg from 'pg';

/** The product's database, as whoever runs the machine sees it. */
export class Database {
  private constructor(private readonly client: pg.Client) {}

  static async of({ database }: Folders): Promise<Database> {
    const password = (await readFile(join(database, 'postgres.password'), 'utf8')).trim();
    const postmaster = await readFile(join(database, 'postgres', 'postmaster.pid'), 'utf8');
    const client = new pg.Client({
      host: '127.0.0.1',
      port: Number(postmaster.split('\n')[3]),
      user: 'postgres',
      password,
      database: 'postgres',
    });
    await client.connect();
    return new Database(client);
  }

  /** How many events there are, in all streams. */
  async events(): Promise<number> {
    const { rows } = await this.client.query<{ n: string }>('SELECT count(*) AS n FROM log.events');
    return Number(rows[0]?.n);
  }

  /** The same, once nothing has been added for a moment: services tell each other of what was done. */
  async eventsAtRest(): Promise<number> {
    let before = -1;
    for (let tries = 0; tries < 60; tries++) {
      const now = await this.events();
      if (now === before) return now;
      before = now;
      await delay(700);
    }
    throw new Error('events go on being added');
  }

  /** Every value of every table: bytes as they are, all else as text. */
  async everything(): Promise<ReadonlyMap<string, Buffer>> {
    const { rows: tables } = await this.client.query<{ name: string }>(
      `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const copies = new Map<string, Buffer>();
    for (const { name } of tables) {
      const { rows } = await this.client.query<Record<string, unknown>>(`SELECT * FROM ${name}`);
      const values = rows.flatMap((row) => Object.values(row)).map(bytesOf);
      copies.set(name, Buffer.concat(values.flatMap((value) => [value, Buffer.from('\n')])));
    }
    return copies;
  }

  async checkpoint(): Promise<void> {
    await this.client.query('CHECKPOINT');
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

const bytesOf = (value: unknown): Buffer =>
  Buffer.isBuffer(value)
    ? value
    : Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
