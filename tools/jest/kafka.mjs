import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { environment } from '../config.mjs';
import { chooseEngines } from '../engines.mjs';

const run = promisify(execFile);
const script = fileURLToPath(new URL('../../infra/servers/kafka/kafka.sh', import.meta.url));

/** One broker for the whole run, or those that `KAFKA_BROKERS` names. */
export async function broker() {
  const { kafka } = chooseEngines(environment, () => true);
  if (kafka.from === 'address') return { told: { brokers: kafka.brokers }, stop: () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-test-kafka-'));
  const port = 30_000 + 2 * Math.floor(Math.random() * 1_000);
  const options = ['--dir', folder, '--port', `${port}`, '--owner', `${process.pid}`];
  const { stdout } = await run(script, [...options, 'start', '1'], { timeout: 300_000 });
  const stop = async () => {
    await run(script, [...options, 'reset']);
    await rm(folder, { recursive: true, force: true });
  };
  const brokers = /KAFKA_BROKERS=(\S+)/.exec(stdout)[1].split(',');
  return { told: { brokers }, stop };
}
