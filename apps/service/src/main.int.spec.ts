import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { ServiceStage, hearTheDirectory, sameAsDirectory, until } from '@minh-bach/assembly/specs';
import { SERVICE_NAMES } from '@minh-bach/contracts';
import { describeWith, sharedKafka, whenBuilt } from '@minh-bach/testing';
import { AssignerProtocol, Kafka, logLevel } from 'kafkajs';

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

/** In one file, for an instance shares its work with all that name themselves as it does. */
describeWith('kafka', 'Processes that are killed, and given up by the broker', () => {
  let stage: ServiceStage;
  let brokers: string[];
  beforeAll(async () => {
    brokers = [...(await sharedKafka()).brokers];
    stage = await ServiceStage.open(brokers);
  }, 120_000);
  afterEach(() => stage?.stopAll(), 60_000);
  afterAll(() => stage?.close(), 60_000);

  it('goes on after a power cut where it was, with one effect a message', async () => {
    // The directory is the one that is heard; it has a spec of its own.
    const hearing = SERVICE_NAMES.filter((name) => name !== 'directory');
    await hearTheDirectory(stage, hearing, async (service) => {
      await service.end('SIGKILL');
      await service.start();
    });
  }, 240_000);

  it('triage shares its work among instances, and what one leaves the other takes up', async () => {
    const [first, second] = [await stage.instance('triage'), await stage.instance('triage')];
    await Promise.all([first.start(), second.start()]);
    await until(
      'both have partitions',
      async () => (await shares('triage_directory')).length === 2,
      {
        withinMs: 120_000,
      },
    );
    // Another issuer changes the entry of every person.
    const directoryOf = (issuer: string) =>
      stage.instance('directory', {
        MB_DEMO: '1',
        MB_OIDC_ISSUER: `http://localhost:9/${issuer}`,
      });
    await (await directoryOf('second')).start();
    const before = await sameAsDirectory(stage, 'triage');

    await first.end('SIGKILL');
    await (await directoryOf('third')).start();
    expect(await sameAsDirectory(stage, 'triage', 120_000)).toBeGreaterThan(before);
  }, 480_000);

  /** How many partitions each member of a group reads, of those that read any. */
  async function shares(group: string): Promise<number[]> {
    const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    try {
      const { groups } = await admin.describeGroups([group]);
      return (groups[0]?.members ?? [])
        .map(({ memberAssignment }) => AssignerProtocol.MemberAssignment.decode(memberAssignment))
        .map((decoded) => Object.values(decoded?.assignment ?? {}).flat().length)
        .filter((count) => count > 0);
    } finally {
      await admin.disconnect();
    }
  }
});
