import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bombs } from './bombs.fixture.ts';
import { png } from './check/corpus.fixture.ts';
import { FileWorkers } from './workers/file-workers.ts';

const workers = new FileWorkers();
const check = (content: Uint8Array): Promise<unknown> =>
  workers
    .run('check', { declared: '' }, { person: 'p', content: () => Promise.resolve(content) })
    .catch((error: unknown) => error);

// The thread is there before its start is measured as somebody's wait.
beforeAll(() => check(new Uint8Array(png())));
afterAll(() => workers.close());

const STALL_MS = 50;

/** The longest that this thread was kept from everything else, and what became of the file. */
async function watched(bytes: Buffer): Promise<{ stall: number; outcome: unknown }> {
  const content = new Uint8Array(bytes);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const outcome = await check(content);
  delay.disable();
  return { stall: delay.max / 1e6, outcome };
}

describe('T32: a small file that costs much', () => {
  it.each(bombs)('is refused or taken within its bound: %s', async (_, make) => {
    const bytes = make();
    const { stall, outcome } = await watched(bytes);
    expect(outcome).toEqual(
      outcome instanceof Error
        ? expect.objectContaining({ code: expect.stringMatching(/^FILE_/) as unknown })
        : expect.objectContaining({ type: expect.any(String) as unknown }),
    );
    // A file that stops this thread does so each time; another process of the machine does not.
    let least = stall;
    for (let again = 0; again < 9 && least >= STALL_MS; again++)
      least = Math.min(least, (await watched(bytes)).stall);
    expect(least).toBeLessThan(STALL_MS);
  });
});
