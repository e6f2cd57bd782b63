import { expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { Interrupted, Transient } from '../inbox/inbox.ts';
import { messageOf, until } from './fixture.ts';
import type { InboxUnderTest } from './inbox-under-test.ts';

/** In order, none twice, none past a gap. */
export function inboxOrder(on: InboxUnderTest): void {
  it('handles the messages of one stream in order and notes the last', async () => {
    await on
      .inboxWith()
      .process([messageOf('a.1', 0), messageOf('a.1', 1), messageOf('a.1', 4, 1)]);

    expect(on.handled).toEqual(['a.1@0', 'a.1@1', 'a.1@4']);
    expect(await on.store.load(['a.1', 'a.2'])).toEqual(
      new Map([
        ['a.1', { last: 4 }],
        ['a.2', { last: -1 }],
      ]),
    );
  });

  it('drops what is at or before the last revision seen of that stream only', async () => {
    await on.inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1)]);
    await on.inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1), messageOf('a.2', 0)]);

    expect(on.handled).toEqual(['a.1@0', 'a.1@1', 'a.2@0']);
  });

  it('lets a message after a gap wait, visibly, until the gap is filled', async () => {
    const inbox = on.inboxWith();
    await inbox.process([messageOf('a.1', 0), messageOf('a.1', 2), messageOf('a.1', 3)]);
    expect(on.handled).toEqual(['a.1@0']);
    expect(await on.store.list()).toMatchObject([
      { stream: 'a.1', state: 'waiting', reason: 'GAP', count: 2 },
    ]);

    await inbox.process([messageOf('a.1', 1)]);
    on.sweeping(inbox);
    await until(async () => (await on.store.list()).length === 0);
    expect(on.handled).toEqual(['a.1@0', 'a.1@1', 'a.1@2', 'a.1@3']);
  });

  it('does not take a gap for filled because time passes', async () => {
    const inbox = on.inboxWith();
    await inbox.process([messageOf('a.1', 0), messageOf('a.1', 2)]);
    on.sweeping(inbox);
    const someday = new Date(Date.now() + 3_600_000);
    const tries = async () =>
      (await on.store.due(someday, { limit: 1, notYet: false }))[0]?.attempts;
    await until(async () => ((await tries()) ?? 0) >= 2);
    expect(on.handled).toEqual(['a.1@0']);
  });

  it('stops at a failure that may pass, and does nothing twice that was done', async () => {
    let down = true;
    on.behaviour = ({ source }) => {
      if (down && source.stream === 'a.2' && source.revision === 1) throw new Error('no database');
    };
    const messages = [messageOf('a.1', 0), messageOf('a.2', 0), messageOf('a.2', 1)];
    await expect(on.inboxWith().process(messages)).rejects.toThrow(Transient);
    expect(await on.store.list()).toEqual([]);

    down = false;
    await on.inboxWith().process(messages);
    expect(on.handled.toSorted()).toEqual(['a.1@0', 'a.2@0', 'a.2@1']);
  });

  it.each(['STORE_UNAVAILABLE', 'UNAVAILABLE', 'APPEND_AMBIGUOUS', 'WRONG_EXPECTED_REVISION'])(
    'takes %s of an engine for a failure that may pass',
    async (code) => {
      on.behaviour = () => {
        throw new DomainError(code);
      };
      await expect(on.inboxWith().process([messageOf('a.1', 0)])).rejects.toThrow(Transient);
    },
  );

  it('tries nothing more once it is told to stop', async () => {
    let left = 1;
    const process = on
      .inboxWith()
      .process([messageOf('a.1', 0), messageOf('a.1', 1)], () => left-- > 0);
    await expect(process).rejects.toThrow(Interrupted);
    expect(on.handled).toEqual(['a.1@0']);
    expect(await on.store.load(['a.1'])).toEqual(new Map([['a.1', { last: 0 }]]));
  });
}
