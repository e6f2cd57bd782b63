import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { testConfig } from './config.ts';
import { askTestServices } from './test-services.ts';

/** `dist/` of every package is as the sources are; built when the first spec of this Jest run asks. */
export const whenBuilt = (): Promise<unknown> => askTestServices('/built');

interface FirstStart {
  readonly port?: number;
  readonly folder?: string;
}

/**
 * Puts into `dataFolder` what the first start of the standalone product with its demo people makes:
 * it takes a third of the time, and each product still has a database of its own. The first product
 * of a run starts in an empty folder, as one does whose port another product has.
 *
 * @returns the port on which the product is to start then, or `undefined`
 */
export async function afterFirstStart(dataFolder: string): Promise<number | undefined> {
  const { port, folder } = await askTestServices<FirstStart>(`/first-start/${testConfig.worker}`);
  if (port === undefined || !(await isFree(port))) return undefined;
  // With its owners: the database runs as another user when this one is root.
  await promisify(execFile)('cp', ['-a', `${folder}/.`, dataFolder]);
  return port;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
