import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const at = (path: string) => fileURLToPath(new URL(`../../../infra/${path}`, import.meta.url));

/** So that a broker of a spec is up in seconds, and its files are small. */
const FOR_SPECS = [
  'group.initial.rebalance.delay.ms=0',
  'group.min.session.timeout.ms=1000',
  'offsets.topic.num.partitions=5',
  'log.index.size.max.bytes=1048576',
  'log.cleaner.dedupe.buffer.size=33554432',
].join('\n');

/** The broker of docker-compose.yml without its container: each client signs in by SCRAM-SHA-512. */
export interface SignedInKafka {
  readonly broker: string;
  readonly folder: string;
  /** How a client signs in as this user. */
  connectionAs(user: string): {
    readonly brokers: string[];
    readonly sasl: {
      readonly mechanism: 'scram-sha-512';
      readonly username: string;
      readonly password: string;
    };
  };
  passwordFileOf(user: string): string;
  /** As in a power cut. */
  kill(): Promise<void>;
  /** It is ready when this resolves. */
  up(): Promise<void>;
  remove(): Promise<void>;
}

/** @param users beside `operator`, who may do everything; the others may do nothing yet */
export async function startSignedInKafka(users: readonly string[]): Promise<SignedInKafka> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-test-kafka-'));
  const home = join(folder, 'home');
  const data = join(folder, 'data');
  const secrets = join(folder, 'secrets');
  await promisify(execFile)(at('servers/kafka/kafka.sh'), ['--heap', '256m', 'home', home]);
  for (const each of [data, secrets]) await mkdir(each);
  const passwordFileOf = (user: string) => join(secrets, `kafka-password-${user}`);
  const passwordOf = (user: string) => `of-${user}-alone`;
  for (const user of ['operator', ...users])
    await writeFile(passwordFileOf(user), passwordOf(user), { mode: 0o600 });
  const port = await firstOfFreePorts();
  let child: ChildProcess | undefined;

  const up = async () => {
    child = spawn(at('kafka/start.sh'), {
      env: {
        ...{ PATH: '/usr/local/bin:/usr/bin:/bin', KAFKA_HOME: home, KAFKA_DATA: data },
        ...{ KAFKA_SECRETS: secrets, KAFKA_BIND: '127.0.0.1', KAFKA_HOST: '127.0.0.1' },
        ...{ KAFKA_PORT: String(port), KAFKA_MORE: FOR_SPECS },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { pid } = child;
    // A killed Jest leaves no broker behind. The watch ends with the broker: its number may be given anew.
    const watch = `while kill -0 ${pid}; do kill -0 ${process.pid} || kill -KILL ${pid}; sleep 1; done`;
    spawn('bash', ['-c', watch], { detached: true, stdio: 'ignore' }).unref();
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (text: Buffer) => {
        said = (said + text.toString()).slice(-20_000);
        if (said.includes('Kafka Server started')) resolve();
      };
      child?.stdout?.on('data', hear);
      child?.stderr?.on('data', hear);
      child?.once('exit', () => reject(new Error(`the broker did not start\n${said}`)));
    });
  };
  const kill = async () => {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  await up();
  const broker = `127.0.0.1:${port}`;
  return {
    ...{ broker, folder: data, passwordFileOf, kill, up },
    connectionAs: (username) => ({
      brokers: [broker],
      sasl: { mechanism: 'scram-sha-512', username, password: passwordOf(username) },
    }),
    async remove() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Of three in a row: for clients, the controller, and the broker itself. */
async function firstOfFreePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + 3 * Math.floor(Math.random() * 3_000);
    const free = await Promise.all([0, 1, 2].map((n) => isFree(first + n)));
    if (free.every(Boolean)) return first;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
