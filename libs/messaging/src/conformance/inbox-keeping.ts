import { expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { messageOf, until } from './fixture.ts';
import type { InboxUnderTest } from './inbox-under-test.ts';

/** What a store keeps beside the messages of a stream. */
export function inboxKeeping(on: InboxUnderTest): void {
  it('shows as stuck whatever queues, however queueing and settling fall together', async () => {
    const hold = on.inboxWith().holdFor('waiting', { code: 'GAP' }, 0);
    for (let r = 0; r < 40; r += 1) {
      await Promise.all([
        on.store.settle('a.1'),
        on.store.hold([messageOf('a.1', r)], -1, hold),
        on.store.settle('a.1'),
      ]);
      expect(await on.store.settle('a.1')).toBe(false);
      expect(await on.store.list()).toMatchObject([{ stream: 'a.1', count: 1 }]);
      await Promise.all([on.store.release('a.1', r), on.store.settle('a.1')]);
    }
  });

  it('reads a dead letter again when redriven', async () => {
    const raw = { topic: 'a.v1', partition: 0, offset: '7', key: null, value: null, mac: null };
    await on.store.deadLetter(raw, 'NOT_JSON', new Date());
    await on.store.deadLetter(raw, 'NOT_JSON', new Date());
    expect(await on.store.deadLetters()).toMatchObject([{ place: 'a.v1/0/7', code: 'NOT_JSON' }]);

    let readable = false;
    on.sweeping(on.inboxWith(), () => {
      if (!readable) throw new DomainError('NOT_JSON');
      return messageOf('a.1', 0);
    });
    await on.store.redriveDeadLetters();
    await until(async () => (await on.store.deadLetters())[0]?.code === 'UNREADABLE');
    readable = true;
    await on.store.redriveDeadLetters();
    await until(async () => (await on.store.deadLetters()).length === 0);
    expect(on.handled).toEqual(['a.1@0']);
  });

  it('forgets the checkpoint when another topic is asked for', async () => {
    await on.store.savePosition(['a.v1'], '5');
    expect(await on.store.position(['a.v1'])).toBe('5');
    expect(await on.store.position(['a.v1', 'b.v1'])).toBeUndefined();
    await on.store.savePosition(['a.v1', 'b.v1'], '9');
    expect(await on.store.position(['a.v1', 'b.v1'])).toBe('9');
  });

  it('is swept by one at a time', async () => {
    let inner: boolean | undefined;
    const outer = await on.store.exclusively(async () => {
      inner = await on.store.exclusively(async () => undefined);
    });
    expect([outer, inner]).toEqual([true, false]);
  });
}
