import { expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { NotYet, Poison } from '../messaging.ts';
import { messageOf, until } from './fixture.ts';
import type { InboxUnderTest } from './inbox-under-test.ts';

/** What cannot be handled is held, visibly, and worked off in order. */
export function inboxHolding(on: InboxUnderTest): void {
  it('lets a message about something unknown wait, and those of its stream behind it', async () => {
    let known = false;
    on.behaviour = ({ source }) => {
      if (source.stream === 'a.1' && !known) throw new NotYet('a.2');
      if (source.stream === 'a.2') known = true;
    };
    // So long a back-off that only progress of the group can wake the stream.
    const inbox = on.inboxWith({ backoff: { baseMs: 600_000, maxMs: 600_000 } });
    await inbox.process([messageOf('a.1', 0), messageOf('a.1', 1)]);
    expect(await on.store.list()).toMatchObject([
      { state: 'waiting', reason: 'NOT_YET', count: 2 },
    ]);

    const running = on.sweeping(inbox);
    await inbox.process([messageOf('a.2', 0)]);
    running.wake();
    await until(async () => (await on.store.list()).length === 0);
    expect(on.handled).toEqual(['a.2@0', 'a.1@0', 'a.1@1']);
  });

  it.each(['EVENT_FROM_THE_FUTURE', 'UNKNOWN_EVENT_TYPE'])(
    'lets a stream that only a newer version can read wait (%s) until that one takes over',
    async (code) => {
      on.behaviour = ({ source }) => {
        if (source.stream === 'a.1') throw new DomainError(code);
      };
      await on.inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1), messageOf('a.2', 0)]);
      expect(on.handled).toEqual(['a.2@0']);
      expect(await on.store.list()).toMatchObject([
        { stream: 'a.1', state: 'waiting', reason: code, count: 2 },
      ]);

      on.behaviour = () => undefined;
      on.sweeping(on.inboxWith());
      await until(async () => (await on.store.list()).length === 0);
      expect(on.handled).toEqual(['a.2@0', 'a.1@0', 'a.1@1']);
    },
  );

  it('parks the stream of a poisoned message; later ones queue behind it, others go on', async () => {
    on.behaviour = ({ source }) => {
      if (source.stream === 'a.1' && source.revision === 1) throw new Poison('no way');
      if (source.stream === 'a.3') throw new DomainError('NOT_ALLOWED', { name: 'Nguyễn Văn A' });
    };
    const inbox = on.inboxWith();
    await inbox.process([messageOf('a.1', 0), messageOf('a.1', 1), messageOf('a.2', 0)]);
    await inbox.process([messageOf('a.1', 2), messageOf('a.2', 1), messageOf('a.3', 0)]);

    expect(on.handled.toSorted()).toEqual(['a.1@0', 'a.2@0', 'a.2@1']);
    const stuck = await on.store.list();
    expect(stuck).toMatchObject([
      { stream: 'a.1', state: 'parked', reason: 'POISON', count: 2 },
      { stream: 'a.3', state: 'parked', reason: 'NOT_ALLOWED', count: 1 },
    ]);
    expect(stuck[0]?.errorId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(stuck)).not.toMatch(/no way|Nguyễn/);
  });

  it('does not try a parked message again because it comes again', async () => {
    on.behaviour = () => {
      throw new Poison('no');
    };
    await on.inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1)]);
    on.behaviour = () => undefined;
    await on.inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1)]);

    expect(on.handled).toEqual([]);
    expect(await on.store.list()).toMatchObject([{ state: 'parked', reason: 'POISON', count: 2 }]);
  });

  it('replays a parked stream in order when it is redriven, and not before', async () => {
    let mended = false;
    on.behaviour = ({ source }) => {
      if (source.stream !== 'a.2' && !mended) throw new Poison('broken');
    };
    const inbox = on.inboxWith();
    await inbox.process([messageOf('a.1', 0), messageOf('a.1', 1), messageOf('a.3', 0)]);
    on.sweeping(inbox).wake();
    mended = true;

    expect(await on.store.redrive(new Date(), 'a.1')).toBe(1);
    await until(async () => (await on.store.list()).length === 1);
    expect(on.handled).toEqual(['a.1@0', 'a.1@1']);
    expect(await on.store.redrive(new Date())).toBe(1);
    await until(async () => (await on.store.list()).length === 0);
    expect(on.handled).toEqual(['a.1@0', 'a.1@1', 'a.3@0']);
    expect(await on.store.load(['a.1'])).toEqual(new Map([['a.1', { last: 1 }]]));
  });

  it('parks again what is still poisoned when redriven', async () => {
    let tries = 0;
    on.behaviour = () => {
      tries += 1;
      throw new Poison('for ever');
    };
    const inbox = on.inboxWith();
    await inbox.process([messageOf('a.1', 0)]);
    on.sweeping(inbox);
    await on.store.redrive(new Date());

    await until(async () => tries === 2 && (await on.store.list())[0]?.state === 'parked');
    expect((await on.store.list())[0]).toMatchObject({ reason: 'POISON', count: 1 });
  });

  it('is patient with each message anew, however long the one before it took', async () => {
    const tries = [0, 0];
    on.behaviour = ({ source }) => {
      tries[source.revision]! += 1;
      if (tries[source.revision]! <= 3) throw new NotYet('something');
    };
    const inbox = on.inboxWith();
    await inbox.process([messageOf('a.1', 0), messageOf('a.1', 1)]);
    const attempts: number[] = [];
    const postpone = on.store.postpone.bind(on.store);
    on.store.postpone = async (stream, hold) => {
      attempts.push(hold.attempts);
      await postpone(stream, hold);
    };
    on.sweeping(inbox);
    await until(async () => (await on.store.list()).length === 0);
    expect(attempts).toEqual([1, 2, 1, 2, 3]);
  });

  it('keeps what arrives while a stream is being worked off', async () => {
    on.behaviour = ({ source }) => {
      if (source.revision === 0 && on.handled.length === 0) throw new Poison('once');
    };
    const inbox = on.inboxWith();
    await inbox.process([messageOf('a.1', 0), messageOf('a.2', 0)]).catch(() => undefined);
    on.behaviour = () => undefined;
    on.sweeping(inbox);
    await on.store.redrive(new Date());
    for (let r = 1; r <= 20; r += 1) await inbox.process([messageOf('a.1', r)]);

    await until(async () => (await on.store.list()).length === 0);
    await inbox.process([messageOf('a.1', 21)]);
    const ofA1 = on.handled.filter((name) => name.startsWith('a.1'));
    expect(ofA1).toEqual(Array.from({ length: 22 }, (_, r) => `a.1@${r}`));
  });
}
