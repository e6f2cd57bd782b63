import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { all, eventData, eventsIn } from './conformance/index.ts';
import { follow } from './follow.ts';
import { placeIn, positionOf } from './position.ts';
import { isWanted, type Prefixes } from './prefixes.ts';
import { Tail } from './tail.ts';
import { Wakeup } from './wakeup.ts';
import type { StoredEvent, SubscriptionMessage } from './event-store.ts';
import type { PagedLog } from './paged-log.ts';

const LOG = 'log';

/** A log in memory that counts how often it is read, and can lose its last events as a server does in a crash. */
class CountedLog implements PagedLog {
  readonly log = LOG;
  events: StoredEvent[] = [];
  reads = 0;
  private readonly grown = new Wakeup();

  /** @param told what happens between the commit and the moment in which anybody hears of it */
  append(stream: string, count = 1, told: (events: StoredEvent[]) => void = () => {}): void {
    const before = this.events.length;
    for (let i = 0; i < count; i += 1) {
      const position = positionOf(LOG, this.events.length + 1);
      this.events.push({ ...eventData(), stream, revision: 0, position });
    }
    told(this.events.slice(before));
    this.grown.all();
  }

  async page(after: bigint, limit: number, prefixes: Prefixes) {
    this.reads += 1;
    await nextTurn();
    const mark = (place: number) => ({ place: BigInt(place), id: this.events[place - 1]?.id });
    const events = this.events
      .slice(Number(after))
      .filter(({ stream }) => isWanted(stream, prefixes))
      .slice(0, limit);
    const last = events.length === limit ? events.at(-1) : undefined;
    const upTo = last ? Number(placeIn(LOG, last.position)) : this.events.length;
    const { id } = mark(Number(after));
    return { events, upTo: mark(upTo), head: BigInt(this.events.length), after: id };
  }

  grownBeyond(place: bigint, signal: AbortSignal) {
    return this.grown.until(() => BigInt(this.events.length) > place, signal);
  }

  wentBack(): void {}
}

/** A subscription that gathers what it is told until it is stopped. */
function gather(tail: Tail, options: { prefixes?: readonly string[]; after?: string } = {}) {
  const stop = new AbortController();
  const messages: SubscriptionMessage[] = [];
  const over = (async () => {
    for await (const message of follow({ ...options, signal: stop.signal }, tail))
      messages.push(message);
  })();
  return {
    ids: () => eventsIn(messages).map(({ id }) => id),
    waitsAt: async (events: number) => {
      while (messages.at(-1)?.kind !== 'caughtUp' || eventsIn(messages).length < events)
        await nextTurn();
    },
    has: async (events: number) => {
      while (eventsIn(messages).length < events) await nextTurn();
    },
    over,
    stop: async () => {
      stop.abort();
      await over;
    },
  };
}

const idsOf = (log: CountedLog, prefix = '') =>
  log.events.filter(({ stream }) => stream.startsWith(prefix)).map(({ id }) => id);

describe('the end of the log, read once for all subscriptions', () => {
  it('reads what is new once, however many follow, and gives each its own streams', async () => {
    const log = new CountedLog();
    const tail = new Tail(log);
    log.append('a.1', 3);
    const prefixes = ['a.', 'b.', 'c.', 'a.', 'b.', 'c.', 'a.', 'b.', 'c.', 'a.'];
    const followers = prefixes.map((prefix) => gather(tail, { prefixes: [prefix] }));
    await Promise.all(followers.map((each, n) => each.waitsAt(prefixes[n] === 'a.' ? 3 : 0)));
    log.append('x.1');
    await nextTurn();
    const before = log.reads;
    for (let n = 1; n <= 20; n += 1) {
      for (const stream of ['a.1', 'b.1', 'c.1']) log.append(stream);
      await Promise.all(followers.map((each, i) => each.has(n + (prefixes[i] === 'a.' ? 3 : 0))));
    }
    // One each time; two where an append came between a read and its answer.
    expect(log.reads - before).toBeLessThanOrEqual(2 * 20);
    followers.forEach((each, i) => expect(each.ids()).toEqual(idsOf(log, prefixes[i])));
    await Promise.all(followers.map((each) => each.stop()));
  });

  it('waits for nobody: one that falls behind what is kept misses nothing and repeats nothing', async () => {
    const log = new CountedLog();
    const tail = new Tail(log);
    const stop = new AbortController();
    const slow = follow({ signal: stop.signal, prefixes: ['a.'] }, tail);
    const fast = gather(tail, { prefixes: ['a.', 'b.'] });
    const seen: StoredEvent[] = [];
    const take = async (events: number) => {
      while (seen.length < events) {
        const { value } = await slow.next();
        if (value?.kind === 'event') seen.push(value.event);
      }
    };
    for (let round = 1; round <= 8; round += 1) {
      log.append('a.1', 700);
      log.append('b.1', 700);
      await fast.has(round * 1400);
      await take(round * 40);
    }
    await take(8 * 700);
    expect(seen.map(({ id }) => id)).toEqual(idsOf(log, 'a.'));
    expect(fast.ids()).toEqual(idsOf(log));
    stop.abort();
    await fast.stop();
  });

  it('reads nothing that its own process appended, but where others did in between', async () => {
    const log = new CountedLog();
    const tail = new Tail(log);
    log.append('a.1');
    const followers = [
      gather(tail, { prefixes: ['a.'] }),
      gather(tail, { prefixes: ['a.', 'b.'] }),
    ];
    const bringsAll = (own: number, all: number) =>
      Promise.all([followers[0]!.has(own), followers[1]!.has(all)]);
    await Promise.all(followers.map((each) => each.waitsAt(1)));
    log.append('b.1');
    await bringsAll(1, 2);
    const before = log.reads;
    for (const stream of ['a.1', 'c.1', 'b.1'])
      log.append(stream, 2, (events) => tail.appended(BigInt(log.events.length - 2), events));
    await bringsAll(3, 6);
    expect(log.reads).toBe(before);
    log.append('a.2');
    log.append('a.1', 1, (events) => tail.appended(BigInt(log.events.length - 1), events));
    await bringsAll(5, 8);
    expect(log.reads).toBeGreaterThan(before);
    expect(followers[0]!.ids()).toEqual(idsOf(log, 'a.'));
    expect(followers[1]!.ids()).toEqual(
      [...log.events].filter(({ stream }) => !stream.startsWith('c.')).map(({ id }) => id),
    );
    await Promise.all(followers.map((each) => each.stop()));
  });

  it('takes in one that asks for streams nobody asked for, at any place', async () => {
    const log = new CountedLog();
    const tail = new Tail(log);
    log.append('a.1', 4);
    log.append('b.1', 4);
    const first = gather(tail, { prefixes: ['a.'] });
    await first.waitsAt(4);
    const second = gather(tail, { prefixes: ['b.'], after: positionOf(LOG, 5) });
    log.append('a.1', 2);
    log.append('b.1', 2);
    await Promise.all([first.has(6), second.has(5)]);
    const third = gather(tail);
    await third.waitsAt(12);
    log.append('b.2');
    log.append('a.2');
    await Promise.all([first.has(7), second.has(6), third.has(14)]);
    expect(first.ids()).toEqual(idsOf(log, 'a.'));
    expect(second.ids()).toEqual(idsOf(log, 'b.').slice(1));
    expect(third.ids()).toEqual(idsOf(log));
    await Promise.all([first, second, third].map((each) => each.stop()));
  });

  it('ends all subscriptions where other events stand in the places that they have read', async () => {
    const log = new CountedLog();
    const tail = new Tail(log);
    log.append('a.1', 3);
    const followers = [gather(tail), gather(tail, { prefixes: ['b.'] })];
    await Promise.all([followers[0]!.waitsAt(3), followers[1]!.waitsAt(0)]);
    log.events = log.events.slice(0, 1);
    log.append('b.1', 3);
    const lost = { code: 'LOG_WENT_BACK' };
    await Promise.all(followers.map((each) => expect(each.over).rejects.toMatchObject(lost)));
    const again = gather(tail, { prefixes: ['b.'], after: positionOf(LOG, 1) });
    await again.has(3);
    await again.stop();
  });

  it('hands nothing on that its own process appended after what is gone, at the very same places', async () => {
    const log = new CountedLog();
    const tail = new Tail(log);
    log.append('a.1', 3);
    const follower = gather(tail);
    await follower.waitsAt(3);
    log.append('a.2');
    await follower.has(4);
    log.events = log.events.slice(0, 2);
    tail.connected();
    for (const [stream, count] of [
      ['own.1', 2],
      ['own.2', 1],
    ] as const)
      log.append(stream, count, (events) =>
        tail.appended(BigInt(log.events.length - count), events),
      );
    await expect(follower.over).rejects.toMatchObject({ code: 'LOG_WENT_BACK' });
    expect(follower.ids()).toHaveLength(4);
  });

  it('ends those that wait, too, when somebody sees that the log is shorter', async () => {
    const log = new CountedLog();
    const tail = new Tail(log);
    log.append('a.1', 3);
    const follower = gather(tail);
    await follower.waitsAt(3);
    tail.wentBack();
    await expect(follower.over).rejects.toMatchObject({ code: 'LOG_WENT_BACK' });
  });

  it('says of a checkpoint that it is ahead, and disturbs nobody else by it', async () => {
    const log = new CountedLog();
    const tail = new Tail(log);
    log.append('a.1', 3);
    const other = gather(tail);
    await other.waitsAt(3);
    const { signal } = new AbortController();
    await expect(
      all(follow({ signal, after: positionOf(LOG, 9_000) }, tail)),
    ).rejects.toMatchObject({ code: 'CHECKPOINT_AHEAD' });
    log.append('a.1');
    await other.has(4);
    await other.stop();
  });
});
