import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainError } from '@minh-bach/kernel';
import { Inbox, Interrupted, Transient, type InboxOptions } from '../inbox/inbox.ts';
import type { InboxStore, RawMessage } from '../inbox/inbox-store.ts';
import { Sweeper } from '../inbox/sweeper.ts';
import { NotYet, Poison, type Message } from '../messaging.ts';
import { fastBackoff, messageOf, unique, until } from './fixture.ts';

/** What every inbox store must let the inbox promise. */
export function inboxConformance(name: string, open: (group: string) => Promise<InboxStore>): void {
  describe(`inbox on ${name}`, () => {
    let store: InboxStore;
    let handled: string[];
    let behaviour: (message: Message) => unknown;
    let sweeper: Sweeper | undefined;

    const nameOf = ({ source }: Message) => `${source.stream}@${source.revision}`;
    const handler = async (message: Message) => {
      await behaviour(message);
      handled.push(nameOf(message));
    };
    const inboxWith = (options: Partial<InboxOptions> = {}) =>
      new Inbox({ store, handler, backoff: fastBackoff, ...options });
    const sweeping = (inbox: Inbox, read?: (raw: RawMessage) => Message) => {
      sweeper = new Sweeper({ inbox, everyMs: 10, atMostEveryMs: 5, ...(read && { read }) });
      sweeper.start();
      return sweeper;
    };

    beforeEach(async () => {
      store = await open(unique('group'));
      await store.prepare();
      handled = [];
      behaviour = () => undefined;
    });
    afterEach(async () => {
      await sweeper?.stop();
      sweeper = undefined;
    });

    it('handles the messages of one stream in order and notes the last', async () => {
      await inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1), messageOf('a.1', 4, 1)]);

      expect(handled).toEqual(['a.1@0', 'a.1@1', 'a.1@4']);
      expect(await store.load(['a.1', 'a.2'])).toEqual(
        new Map([
          ['a.1', { last: 4 }],
          ['a.2', { last: -1 }],
        ]),
      );
    });

    it('drops what is at or before the last revision seen of that stream only', async () => {
      await inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1)]);
      await inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1), messageOf('a.2', 0)]);

      expect(handled).toEqual(['a.1@0', 'a.1@1', 'a.2@0']);
    });

    it('lets a message after a gap wait, visibly, until the gap is filled', async () => {
      const inbox = inboxWith();
      await inbox.process([messageOf('a.1', 0), messageOf('a.1', 2), messageOf('a.1', 3)]);
      expect(handled).toEqual(['a.1@0']);
      expect(await store.list()).toMatchObject([
        { stream: 'a.1', state: 'waiting', reason: 'GAP', count: 2 },
      ]);

      await inbox.process([messageOf('a.1', 1)]);
      sweeping(inbox);
      await until(async () => (await store.list()).length === 0);
      expect(handled).toEqual(['a.1@0', 'a.1@1', 'a.1@2', 'a.1@3']);
    });

    it('does not take a gap for filled because time passes', async () => {
      const inbox = inboxWith();
      await inbox.process([messageOf('a.1', 0), messageOf('a.1', 2)]);
      sweeping(inbox);
      const someday = new Date(Date.now() + 3_600_000);
      const tries = async () =>
        (await store.due(someday, { limit: 1, notYet: false }))[0]?.attempts;
      await until(async () => ((await tries()) ?? 0) >= 2);
      expect(handled).toEqual(['a.1@0']);
    });

    it('lets a message about something unknown wait, and those of its stream behind it', async () => {
      let known = false;
      behaviour = ({ source }) => {
        if (source.stream === 'a.1' && !known) throw new NotYet('a.2');
        if (source.stream === 'a.2') known = true;
      };
      // So long a back-off that only progress of the group can wake the stream.
      const inbox = inboxWith({ backoff: { baseMs: 600_000, maxMs: 600_000 } });
      await inbox.process([messageOf('a.1', 0), messageOf('a.1', 1)]);
      expect(await store.list()).toMatchObject([{ state: 'waiting', reason: 'NOT_YET', count: 2 }]);

      const running = sweeping(inbox);
      await inbox.process([messageOf('a.2', 0)]);
      running.wake();
      await until(async () => (await store.list()).length === 0);
      expect(handled).toEqual(['a.2@0', 'a.1@0', 'a.1@1']);
    });

    it('parks the stream of a poisoned message; later ones queue behind it, others go on', async () => {
      behaviour = ({ source }) => {
        if (source.stream === 'a.1' && source.revision === 1) throw new Poison('no way');
        if (source.stream === 'a.3') throw new DomainError('NOT_ALLOWED', { name: 'Nguyễn Văn A' });
      };
      const inbox = inboxWith();
      await inbox.process([messageOf('a.1', 0), messageOf('a.1', 1), messageOf('a.2', 0)]);
      await inbox.process([messageOf('a.1', 2), messageOf('a.2', 1), messageOf('a.3', 0)]);

      expect(handled.toSorted()).toEqual(['a.1@0', 'a.2@0', 'a.2@1']);
      const stuck = await store.list();
      expect(stuck).toMatchObject([
        { stream: 'a.1', state: 'parked', reason: 'POISON', count: 2 },
        { stream: 'a.3', state: 'parked', reason: 'NOT_ALLOWED', count: 1 },
      ]);
      expect(stuck[0]?.errorId).toMatch(/^[0-9a-f-]{36}$/);
      expect(JSON.stringify(stuck)).not.toMatch(/no way|Nguyễn/);
    });

    it('does not try a parked message again because it comes again', async () => {
      behaviour = () => {
        throw new Poison('no');
      };
      await inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1)]);
      behaviour = () => undefined;
      await inboxWith().process([messageOf('a.1', 0), messageOf('a.1', 1)]);

      expect(handled).toEqual([]);
      expect(await store.list()).toMatchObject([{ state: 'parked', reason: 'POISON', count: 2 }]);
    });

    it('replays a parked stream in order when it is redriven, and not before', async () => {
      let mended = false;
      behaviour = ({ source }) => {
        if (source.stream !== 'a.2' && !mended) throw new Poison('broken');
      };
      const inbox = inboxWith();
      await inbox.process([messageOf('a.1', 0), messageOf('a.1', 1), messageOf('a.3', 0)]);
      sweeping(inbox).wake();
      mended = true;

      expect(await store.redrive(new Date(), 'a.1')).toBe(1);
      await until(async () => (await store.list()).length === 1);
      expect(handled).toEqual(['a.1@0', 'a.1@1']);
      expect(await store.redrive(new Date())).toBe(1);
      await until(async () => (await store.list()).length === 0);
      expect(handled).toEqual(['a.1@0', 'a.1@1', 'a.3@0']);
      expect(await store.load(['a.1'])).toEqual(new Map([['a.1', { last: 1 }]]));
    });

    it('parks again what is still poisoned when redriven', async () => {
      let tries = 0;
      behaviour = () => {
        tries += 1;
        throw new Poison('for ever');
      };
      const inbox = inboxWith();
      await inbox.process([messageOf('a.1', 0)]);
      sweeping(inbox);
      await store.redrive(new Date());

      await until(async () => tries === 2 && (await store.list())[0]?.state === 'parked');
      expect((await store.list())[0]).toMatchObject({ reason: 'POISON', count: 1 });
    });

    it('stops at a failure that may pass, and does nothing twice that was done', async () => {
      let down = true;
      behaviour = ({ source }) => {
        if (down && source.stream === 'a.2' && source.revision === 1)
          throw new Error('no database');
      };
      const messages = [messageOf('a.1', 0), messageOf('a.2', 0), messageOf('a.2', 1)];
      await expect(inboxWith().process(messages)).rejects.toThrow(Transient);
      expect(await store.list()).toEqual([]);

      down = false;
      await inboxWith().process(messages);
      expect(handled.toSorted()).toEqual(['a.1@0', 'a.2@0', 'a.2@1']);
    });

    it.each(['STORE_UNAVAILABLE', 'UNAVAILABLE', 'APPEND_AMBIGUOUS', 'WRONG_EXPECTED_REVISION'])(
      'takes %s of an engine for a failure that may pass',
      async (code) => {
        behaviour = () => {
          throw new DomainError(code);
        };
        await expect(inboxWith().process([messageOf('a.1', 0)])).rejects.toThrow(Transient);
      },
    );

    it('tries nothing more once it is told to stop', async () => {
      let left = 1;
      const process = inboxWith().process(
        [messageOf('a.1', 0), messageOf('a.1', 1)],
        () => left-- > 0,
      );
      await expect(process).rejects.toThrow(Interrupted);
      expect(handled).toEqual(['a.1@0']);
      expect(await store.load(['a.1'])).toEqual(new Map([['a.1', { last: 0 }]]));
    });

    it('takes nothing more in when too much queues, and drops none of it', async () => {
      behaviour = () => {
        throw new Poison('full');
      };
      const inbox = inboxWith({ maxQueued: 2 });
      await inbox.process([messageOf('a.1', 0), messageOf('a.1', 1)]);
      await expect(inbox.process([messageOf('a.1', 2)])).rejects.toThrow(Transient);
      expect(await store.queued()).toBe(2);
    });

    it('keeps what arrives while a stream is being worked off', async () => {
      behaviour = ({ source }) => {
        if (source.revision === 0 && handled.length === 0) throw new Poison('once');
      };
      const inbox = inboxWith();
      await inbox.process([messageOf('a.1', 0), messageOf('a.2', 0)]).catch(() => undefined);
      behaviour = () => undefined;
      sweeping(inbox);
      await store.redrive(new Date());
      for (let r = 1; r <= 20; r += 1) await inbox.process([messageOf('a.1', r)]);

      await until(async () => (await store.list()).length === 0);
      await inbox.process([messageOf('a.1', 21)]);
      const ofA1 = handled.filter((name) => name.startsWith('a.1'));
      expect(ofA1).toEqual(Array.from({ length: 22 }, (_, r) => `a.1@${r}`));
    });

    it('shows as stuck whatever queues, however queueing and settling fall together', async () => {
      const hold = inboxWith().holdFor('waiting', { code: 'GAP' }, 0);
      for (let r = 0; r < 40; r += 1) {
        await Promise.all([
          store.settle('a.1'),
          store.hold([messageOf('a.1', r)], -1, hold),
          store.settle('a.1'),
        ]);
        expect(await store.settle('a.1')).toBe(false);
        expect(await store.list()).toMatchObject([{ stream: 'a.1', count: 1 }]);
        await Promise.all([store.release('a.1', r), store.settle('a.1')]);
      }
    });

    it('reads a dead letter again when redriven', async () => {
      const raw = { topic: 'a.v1', partition: 0, offset: '7', key: null, value: null, mac: null };
      await store.deadLetter(raw, 'NOT_JSON', new Date());
      await store.deadLetter(raw, 'NOT_JSON', new Date());
      expect(await store.deadLetters()).toMatchObject([{ place: 'a.v1/0/7', code: 'NOT_JSON' }]);

      let readable = false;
      sweeping(inboxWith(), () => {
        if (!readable) throw new DomainError('NOT_JSON');
        return messageOf('a.1', 0);
      });
      await store.redriveDeadLetters();
      await until(async () => (await store.deadLetters())[0]?.code === 'UNREADABLE');
      readable = true;
      await store.redriveDeadLetters();
      await until(async () => (await store.deadLetters()).length === 0);
      expect(handled).toEqual(['a.1@0']);
    });

    it('forgets the checkpoint when another topic is asked for', async () => {
      await store.savePosition(['a.v1'], '5');
      expect(await store.position(['a.v1'])).toBe('5');
      expect(await store.position(['a.v1', 'b.v1'])).toBeUndefined();
      await store.savePosition(['a.v1', 'b.v1'], '9');
      expect(await store.position(['a.v1', 'b.v1'])).toBe('9');
    });

    it('is swept by one at a time', async () => {
      let inner: boolean | undefined;
      const outer = await store.exclusively(async () => {
        inner = await store.exclusively(async () => undefined);
      });
      expect([outer, inner]).toEqual([true, false]);
    });
  });
}
