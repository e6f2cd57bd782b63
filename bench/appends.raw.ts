import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { openBenchVault, STREAM_LENGTH } from './appends.event.ts';
import { measure } from './appends.side.ts';

const pgbench = '/usr/bin/pgbench';

/** The log's own table and indexes, with positions drawn by the server; nothing is checked. */
const schema = `
  CREATE SCHEMA raw;
  CREATE TABLE raw.events (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    revision integer NOT NULL CHECK (revision >= 0),
    id uuid NOT NULL,
    type text COLLATE "C" NOT NULL,
    data bytea STORAGE EXTERNAL NOT NULL,
    metadata bytea STORAGE EXTERNAL NOT NULL,
    UNIQUE (stream, revision),
    UNIQUE (stream, id)
  )`;
const insert = (values: string) =>
  `INSERT INTO raw.events (stream, revision, id, type, data, metadata) VALUES (${values})`;

export interface Raw {
  readonly by: string;
  perSecond(writers: number, seconds: number): Promise<number>;
  close(): Promise<void>;
}

export async function rawOn(connectionString: string): Promise<Raw> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(schema);
  await client.end();
  return existsSync(pgbench) ? byPgbench(connectionString) : byPg(connectionString);
}

/** One prepared INSERT a transaction; the bytes travel with each, as they do in any client. */
async function byPgbench(connectionString: string): Promise<Raw> {
  const { sealedEvent } = await openBenchVault([]);
  const { type, data, metadata } = await sealedEvent('D26-10000000-0');
  const hex = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const script = join(folder, 'insert.sql');
  const stream = `'bench.petition-D26-' || :run || '-' || :client_id || '-' || :stream`;
  const lines = [
    `\\set i :i + 1`,
    `\\set stream :i / ${STREAM_LENGTH}`,
    `\\set revision mod(:i, ${STREAM_LENGTH})`,
    `${insert(`${stream}, :revision, gen_random_uuid(), :type, :data, :metadata`)};`,
  ];
  writeFileSync(script, lines.join('\n'));
  const { username, password, hostname, port, pathname } = new URL(connectionString);
  const { stdout: version } = await promisify(execFile)(pgbench, ['--version']);
  let run = 0;

  return {
    by: version.trim(),
    async perSecond(writers, seconds) {
      run += 1;
      const { stdout } = await promisify(execFile)(
        pgbench,
        [
          ...['--no-vacuum', '--protocol=prepared', `--file=${script}`],
          ...[`--client=${writers}`, `--jobs=${Math.min(writers, availableParallelism())}`],
          ...[`--time=${seconds}`, `--define=i=${STREAM_LENGTH - 1}`, `--define=run=${run}`],
          ...[`--define=type=${type}`, `--define=data=${hex(data)}`],
          ...[`--define=metadata=${hex(metadata)}`],
          ...['-h', hostname, '-p', port, '-U', username, pathname.slice(1)],
        ],
        { env: { PGPASSWORD: password } },
      );
      const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
      if (!tps || !/failed transactions: 0 /.test(stdout)) throw new Error(stdout);
      return Number(tps);
    },
    close: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

/** The same where there is no pgbench: prepared, a connection a writer. */
async function byPg(connectionString: string): Promise<Raw> {
  const { sealedEvent } = await openBenchVault([]);
  const { type, data, metadata } = await sealedEvent('D26-10000000-0');
  const pool = new pg.Pool({ connectionString, max: 32, min: 32 });
  const text = insert('$1, $2, gen_random_uuid(), $3, $4, $5');
  let streams = 0;

  return {
    by: 'pg',
    perSecond: (writers, seconds) =>
      measure(
        {
          name: 'raw',
          async appendUntil(_, over) {
            const client = await pool.connect();
            const prefix = `bench.petition-D26-${randomUUID()}-`;
            let appended = 0;
            for (; !over(); appended += 1) {
              if (appended % STREAM_LENGTH === 0) streams += 1;
              const values = [prefix + streams, appended % STREAM_LENGTH, type, data, metadata];
              await client.query({ name: 'insert', text, values });
            }
            client.release();
            return appended;
          },
          close: () => Promise.resolve(),
        },
        writers,
        seconds,
      ),
    close: () => pool.end(),
  };
}
