import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { createKafka } from '@minh-bach/messaging';
import {
  capabilities,
  describeWith,
  eventually,
  startSignedInKafka,
  whenBuilt,
  type SignedInKafka,
} from '@minh-bach/testing';
import pg from 'pg';

// Loaded late, as by the command.
const { PROCESSES, accountOf } = await import('@minh-bach/assembly');
const main = join(import.meta.dirname, '../../dist/main.js');

describeWith('ownKafka', 'mb prepare, before services run apart', () => {
  let folder: string;
  let postgres: EmbeddedPostgres;
  let kafka: SignedInKafka;
  const file = (name: string) => join(folder, name);

  beforeAll(async () => {
    if (!capabilities.ownKafka) return;
    await whenBuilt();
    folder = await mkdtemp(join(tmpdir(), 'minh-bach-test-prepare-'));
    [postgres, kafka] = await Promise.all([
      startEmbeddedPostgres({ dataFolder: file('data') }),
      startSignedInKafka(PROCESSES.map(({ name }) => name)),
    ]);
    await writeFile(file('database-url'), postgres.url, { mode: 0o600 });
    const roles = PROCESSES.map((each) => `CREATE ROLE ${accountOf(each)} LOGIN PASSWORD 'own'`);
    await ask(postgres.url, roles.join(';'));
  }, 120_000);
  afterAll(async () => {
    await Promise.all([kafka?.remove(), postgres?.remove()]);
    if (folder) await rm(folder, { recursive: true });
  }, 60_000);

  async function ask(url: string, text: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client.query(text).finally(() => client.end());
  }
  const prepare = (password = kafka.passwordFileOf('operator')) =>
    promisify(execFile)(process.execPath, [
      ...[main, 'prepare', '--secrets', file('all'), '--into', file('secrets')],
      ...['--database-url-file', file('database-url')],
      ...[
        '--kafka',
        kafka.broker,
        '--kafka-username',
        'operator',
        '--kafka-password-file',
        password,
      ],
    ]);
  async function send(user: string, topic: string): Promise<void> {
    const producer = createKafka(kafka.connectionAs(user)).producer({ retry: { retries: 0 } });
    await producer.connect();
    try {
      await producer.send({ topic, messages: [{ value: 'x' }] });
    } finally {
      await producer.disconnect();
    }
  }

  it('fails, and says so, where it may not sign in at Kafka', async () => {
    await writeFile(file('guessed'), 'guessed', { mode: 0o600 });
    await expect(prepare(file('guessed'))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/authentication/i),
    });
  }, 120_000);

  it('gives each process its secrets and accounts their rights, and does so again', async () => {
    expect((await prepare()).stdout).toContain('Prepared.');
    expect((await prepare()).stdout).toContain('Prepared.');
    const named = ['backup', ...PROCESSES.map(({ name }) => name)].toSorted();
    expect((await readdir(file('secrets'))).toSorted()).toEqual(named);
    await eventually(() => send('intake', 'intake.v1'));
    await expect(send('intake', 'triage.v1')).rejects.toThrow(/not authorized/i);
    const intake = PROCESSES.find(({ name }) => name === 'intake')!;
    const own = Object.assign(new URL(postgres.url), {
      ...{ username: accountOf(intake), password: 'own' },
    });
    const { rows } = await ask(own.href, 'SELECT count(*)::int AS events FROM log.events');
    expect(rows).toEqual([{ events: 0 }]);
    await expect(ask(own.href, 'DELETE FROM log.events')).rejects.toThrow('permission denied');
  }, 180_000);
});
