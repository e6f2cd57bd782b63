import { expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { NotYet } from '../messaging.ts';
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

  it('wakes what waits for a dead letter that can be read now', async () => {
    const seen = () => on.handled.includes('a.2@0');
    on.behaviour = ({ source }) => {
      if (source.stream === 'a.1' && !seen()) throw new NotYet('a.2');
    };
    // So long a back-off that only progress of the group can wake the stream.
    const inbox = on.inboxWith({ backoff: { baseMs: 600_000, maxMs: 600_000 } });
    await inbox.process([messageOf('a.1', 0)]);
    const raw = { topic: 'a.v1', partition: 0, offset: '7', key: null, value: null, mac: null };
    await on.store.deadLetter(raw, 'UNKNOWN_MESSAGE_TYPE', new Date());
    await on.store.redriveDeadLetters();
    on.sweeping(inbox, () => messageOf('a.2', 0));
    await until(async () => (await on.store.list()).length === 0);
    expect(on.handled).toEqual(['a.2@0', 'a.1@0']);
  });

  it('leaves to its back-off what progress has woken ten times in vain', async () => {
    const now = new Date();
    const retryAt = new Date(now.getTime() + 600_000);
    for (const attempts of [9, 10])
      await on.store.hold([messageOf(`a.${attempts}`, 0)], -1, {
        state: 'waiting',
        code: 'NOT_YET',
        attempts,
        retryAt,
      });
    const due = await on.store.due(now, { limit: 9, notYet: true });
    expect(due).toEqual([{ stream: 'a.9', attempts: 9 }]);
    expect(await on.store.due(retryAt, { limit: 9, notYet: false })).toHaveLength(2);
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
