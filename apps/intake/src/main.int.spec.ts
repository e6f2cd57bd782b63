import { afterAll, beforeAll, it } from '@jest/globals';
import { ServiceStage, hearsTheDirectory } from '@minh-bach/assembly/specs';
import { describeWith, sharedKafka } from '@minh-bach/testing';

describeWith('kafka', 'Intake as a process of its own', () => {
  let stage: ServiceStage;
  beforeAll(async () => {
    stage = await ServiceStage.open((await sharedKafka()).brokers);
  }, 120_000);
  afterAll(() => stage?.close(), 60_000);

  it('goes on after a power cut where it was, with one effect a message', async () => {
    await hearsTheDirectory(stage, 'intake', async (service) => {
      await service.end('SIGKILL');
      await service.start();
    });
  }, 240_000);
});
