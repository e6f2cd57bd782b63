import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { askTestServices } from './test-services.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../../infra/servers/kafka/kafka.sh', import.meta.url));

/** Real brokers of one spec's own, to be killed at will; they die with this process at the latest. */
export interface KafkaCluster {
  /** `127.0.0.1:port` of each, in the order of their numbers. */
  readonly brokers: readonly string[];
  /** Broker `number` (from 1) dies as in a power cut. */
  kill(number: number): Promise<void>;
  /** It comes back with its data, on its port, and is ready. */
  up(number: number): Promise<void>;
  /** Stops all and forgets their data. */
  remove(): Promise<void>;
  /** Where the brokers keep their segments: `<folder>/<number>/data/<topic>-<partition>/`. */
  readonly folder: string;
}

export interface SharedKafka {
  readonly brokers: readonly string[];
}

/**
 * The Kafka that all specs of this Jest run share: the one of `KAFKA_BROKERS`, else one broker, started
 * when the first spec asks (5 s).
 * Topics are not made by themselves: make your own, with a name of your own.
 */
export async function sharedKafka(): Promise<SharedKafka> {
  return askTestServices<SharedKafka>('/kafka');
}

/** Brokers of one's own: 3 of them keep 3 replicas and want 2 in sync; ready in some 10 s. */
export async function startKafka(count: number): Promise<KafkaCluster> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-test-kafka-'));
  const port = 20_000 + 2 * Math.floor(Math.random() * 5_000);
  const options = ['--dir', folder, '--port', `${port}`, '--owner', `${process.pid}`];
  const kafka = (...command: string[]) =>
    run(script, [...options, '--heap', '256m', ...command], { timeout: 300_000 });

  const { stdout } = await kafka('start', `${count}`);
  return {
    brokers: brokersIn(stdout),
    folder,
    kill: async (number) => void (await kafka('kill', `${number}`)),
    up: async (number) => void (await kafka('up', `${number}`)),
    remove: async () => {
      await kafka('reset');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function brokersIn(output: string): readonly string[] {
  return /KAFKA_BROKERS=(\S+)/.exec(output)?.[1]?.split(',') ?? [];
}
