import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ServiceStage, hearTheDirectory } from '@minh-bach/assembly/specs';
import { SERVICE_NAMES } from '@minh-bach/contracts';
import { describeWith, sharedKafka, whenBuilt } from '@minh-bach/testing';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));

it.each([[[]], [['constructor']], [['intake', 'triage']]])(
  'A process that is told no service, or two, does not start: %j',
  async (args: string[]) => {
    await whenBuilt();
    await expect(promisify(execFile)(process.execPath, [main, ...args])).rejects.toMatchObject({
      code: 1,
      stderr: `Which service? One of: ${SERVICE_NAMES.join(', ')}\n`,
    });
  },
  180_000,
);

describeWith('kafka', 'Each service as a process of its own', () => {
  let stage: ServiceStage;
  beforeAll(async () => {
    stage = await ServiceStage.open((await sharedKafka()).brokers);
  }, 120_000);
  afterAll(() => stage?.close(), 60_000);

  it('goes on after a power cut where it was, with one effect a message', async () => {
    // The other two have specs of their own.
    const hearing = SERVICE_NAMES.filter((name) => name !== 'directory' && name !== 'triage');
    await hearTheDirectory(stage, hearing, async (service) => {
      await service.end('SIGKILL');
      await service.start();
    });
  }, 240_000);
});
