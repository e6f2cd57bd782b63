import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { environment } from '../config.mjs';
import { chooseEngines } from '../engines.mjs';

const prefix = 'minh-bach-test-';
const dayMs = 86_400_000;

/** One throw-away PostgreSQL for the whole run, or the one that `DATABASE_URL` names. */
export async function cluster() {
  const { postgres } = chooseEngines(environment, () => true);
  if (postgres.from === 'address') return { told: { url: postgres.url }, stop: () => undefined };
  const dataFolder = mkdtempSync(join(tmpdir(), prefix));
  sweep(statSync(dataFolder).mtimeMs);
  const server = await startEmbeddedPostgres({ dataFolder, throwAway: true });
  const stop = async () => {
    await server.remove();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { told: { url: server.url }, stop };
}

/**
 * What runs that were cut off left behind.
 *
 * @param now by the file system: `MB_TEST_DAY` does not move that
 */
function sweep(now) {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    if (now - statSync(folder).mtimeMs > dayMs) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
