import { expect, it } from '@jest/globals';
import { NotYet, Poison, type Message } from '../messaging.ts';
import { heldBack } from '../operations.ts';
import { messageOf, until } from './fixture.ts';
import type { InboxUnderTest } from './inbox-under-test.ts';

const firstOf = (name: string, count: number): Message[] =>
  Array.from({ length: count }, (_, i) => messageOf(`${name}${String(i).padStart(3, '0')}`, 0));

/** T8, T26: a sender that makes many streams wait, or poisons many, holds only itself. */
export function inboxFlood(on: InboxUnderTest): void {
  const waits = (names: RegExp) => {
    on.behaviour = ({ source }) => {
      if (names.test(source.stream)) throw new NotYet('something');
    };
  };
  const lines = async () =>
    (await on.store.list()).map(({ stream, state, reason, count }) =>
      [stream, state, reason, count].join(' '),
    );

  it('T8, T26: parks what waits beyond the bound of its sender, and takes all else in', async () => {
    waits(/^(flood\.none|other\.none)/);
    const inbox = on.inboxWith({ maxWaiting: 3, concurrency: 1 });
    await inbox.process(firstOf('flood.none', 8));
    await inbox.process([messageOf('flood.good', 0), messageOf('other.good', 0)]);
    await inbox.process([messageOf('other.none', 0), messageOf('flood.none000', 1)]);

    expect(on.handled.toSorted()).toEqual(['flood.good@0', 'other.good@0']);
    expect((await lines()).toSorted()).toEqual([
      'flood.* parked QUEUE_FULL 5',
      'flood.none000 waiting NOT_YET 2',
      'flood.none001 waiting NOT_YET 1',
      'flood.none002 waiting NOT_YET 1',
      'other.none waiting NOT_YET 1',
    ]);
    expect(
      heldBack({ stuck: await on.store.list(), unreadable: await on.store.unreadable() }),
    ).toMatchObject({
      ...{ full: 5, parked: 0, waiting: 4, unreadable: 0 },
    });
  });

  it('T8, T26: tries what it parked by itself as soon as there is room, and loses nothing', async () => {
    waits(/^flood/);
    const inbox = on.inboxWith({ maxWaiting: 3, concurrency: 1 });
    await inbox.process(firstOf('flood.none', 8));
    await inbox.process([messageOf('flood.none007', 1)]);
    on.behaviour = () => undefined;
    on.sweeping(inbox);

    await until(async () => (await on.store.list()).length === 0);
    const all = firstOf('flood.none', 8).map(({ source }) => `${source.stream}@0`);
    expect(on.handled.toSorted()).toEqual([...all, 'flood.none007@1'].toSorted());
  });

  it('T8, T26: gives each that it parked a try when an operator asks, and parks it again', async () => {
    waits(/^flood/);
    const inbox = on.inboxWith({ maxWaiting: 3, concurrency: 1 });
    await inbox.process(firstOf('flood.none', 8));
    // The one that matters stands last.
    waits(/^flood\.none00[0-6]/);
    on.sweeping(inbox);
    expect(await on.store.redrive(new Date(), 'flood.*')).toBe(5);

    await until(() => on.handled.length === 1);
    await until(async () => (await lines()).includes('flood.* parked QUEUE_FULL 4'));
    expect(on.handled).toEqual(['flood.none007@0']);
  });

  it('T8, T26: lets no sender wait for its turn behind the streams of another', async () => {
    waits(/none/);
    const inbox = on.inboxWith({ concurrency: 1 });
    await inbox.process(firstOf('flood.none', 20));
    await inbox.process([messageOf('other.none', 0)]);
    const later = new Date(Date.now() + 60_000);

    const due = await on.store.due(later, { limit: 5, notYet: false });
    expect(due).toHaveLength(6);
    expect(due.slice(0, 2).map(({ stream }) => stream)).toContain('other.none');
  });

  it('T8, T26: works off a stream with very many messages in turns with all others', async () => {
    waits(/none|small/);
    const inbox = on.inboxWith({ concurrency: 1 });
    const large = Array.from({ length: 450 }, (_, n) => messageOf('flood.none', n));
    await inbox.process(large);
    await inbox.process([messageOf('flood.small', 0), messageOf('other.small', 0)]);
    on.behaviour = () => undefined;
    on.sweeping(inbox);

    await until(async () => (await on.store.list()).length === 0);
    const place = (name: string) => on.handled.indexOf(`${name}@0`);
    expect(Math.max(place('flood.small'), place('other.small'))).toBeLessThan(150);
    expect(on.handled.filter((at) => at.startsWith('flood.none'))).toEqual(
      large.map(({ source }) => `${source.stream}@${source.revision}`),
    );
  });

  it('T26: tells of the oldest streams of a sender one by one, and of the rest in one line', async () => {
    on.behaviour = () => {
      throw new Poison('never');
    };
    await on.inboxWith().process(firstOf('flood.bad', 130));

    const stuck = await on.store.list();
    expect(stuck).toHaveLength(101);
    expect(await lines()).toContain('flood.* parked MORE 30');
    expect(heldBack({ stuck, unreadable: await on.store.unreadable() })).toMatchObject({
      parked: 130,
      full: 0,
    });
    expect(await on.store.redrive(new Date(), 'flood.*')).toBe(130);
  });
}
