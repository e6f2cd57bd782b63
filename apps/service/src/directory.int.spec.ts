import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ServiceStage, until } from '@minh-bach/assembly/specs';
import { demoEntries } from '@minh-bach/directory';
import { describeWith, sharedKafka } from '@minh-bach/testing';

describeWith('kafka', 'The directory as a process of its own, started four times', () => {
  let stage: ServiceStage;
  beforeEach(async () => {
    stage = await ServiceStage.open((await sharedKafka()).brokers);
  }, 120_000);
  afterEach(() => stage?.close(), 60_000);

  it('records the demo once, and its relay goes on after a power cut', async () => {
    const directory = await stage.instance('directory', { MB_DEMO: '1' });
    await directory.start();
    await directory.end('SIGKILL');
    await directory.start();
    const entries = demoEntries('', String).length;
    const all = await stage.eventsByStream('directory.');
    const isEntry = (stream: string) => !stream.startsWith('directory.subject-');
    const events = new Map([...all].filter(([stream]) => isEntry(stream)));
    expect(events.size).toBe(entries);
    expect(new Set(events.values())).toEqual(new Set([1]));
    await until('all is relayed', async () => (await stage.relayed('directory')) === entries);
  }, 240_000);

  it('records the first two administrators once, while one is missing, and stops in order', async () => {
    const directory = await stage.instance('directory', {
      MB_FIRST_ADMINISTRATOR_SUBJECT: 'ab-1',
      MB_SECOND_ADMINISTRATOR_SUBJECT: 'ab-2',
    });
    const recorded = [
      'directory.person-administrator',
      'directory.person-administrator-2',
      'directory.post-chq.administrator',
      'directory.post-chq.administrator-2',
    ];
    for (const time of ['first', 'second']) {
      await directory.start();
      const events = await stage.eventsByStream('directory.p');
      expect([time, ...events]).toEqual([time, ...recorded.map((stream) => [stream, 1])]);
      expect(await directory.end('SIGTERM')).toBe(0);
    }
  }, 240_000);
});
