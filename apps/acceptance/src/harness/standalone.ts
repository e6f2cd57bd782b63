import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Part, freePort, until } from '@minh-bach/assembly/specs';
import { SERVICE_NAMES } from '@minh-bach/contracts';
import { DEMO_PASSWORD, demoPeople } from '@minh-bach/directory';
import { Browser } from '@minh-bach/gateway/specs';
import { afterFirstStart } from '@minh-bach/testing';
import { MovedClock } from './moved-clock.ts';
import type { Product } from './product.ts';
import { knownAt } from './services.ts';

/**
 * `npm start` on a data folder of its own, as the first start leaves it.
 *
 * @param storeUrl where the log is to be; then it is the first start
 */
export async function startStandalone(storeUrl?: string): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'minh-bach-standalone-'));
  const copied = storeUrl === undefined ? await afterFirstStart(folder) : undefined;
  const port = copied ?? (await freePort());
  const url = `http://localhost:${port}`;
  const process = new Part({
    app: 'standalone',
    args: [
      ...['--port', String(port), '--data', folder],
      ...(storeUrl === undefined ? [] : ['--store', storeUrl]),
    ],
    env: { MB_MODE: 'test', MB_LOG_LEVEL: 'info' },
    readyUrl: `${url}/health/ready`,
  });
  const clock = new MovedClock();
  const close = async () => {
    await process.end('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await process.start();
    await everybodyKnown(url);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    folders: { database: folder, files: join(folder, 'files') },
    async setClock(now) {
      clock.set(now);
      await clock.tell([`${url}/test/clock`]);
    },
    kill: async () => void (await process.end('SIGKILL')),
    async start() {
      if (process.running) return;
      await process.start();
      await clock.tell([`${url}/test/clock`]);
    },
    close,
    logs: () => process.logs,
  };
}

/** The log is the queue here, so whoever was recorded last is known last. */
async function everybodyKnown(url: string): Promise<void> {
  const last = demoPeople.at(-1)?.id ?? '';
  const browser = new Browser(url);
  await browser.signIn(last, DEMO_PASSWORD, '/me');
  for (const service of SERVICE_NAMES)
    await until(`${service} knows ${last}`, async () => (await browser.send(knownAt(service))).ok);
}
