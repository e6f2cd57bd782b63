import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { all, eventData, eventsData, plain } from '../conformance/index.ts';
import { createMemoryEventStore } from '../memory/memory-event-store.ts';
import { copyLog, type CopyProgress } from './copy-log.ts';
import type { AppendsInOrder, EventStore, StoredEvent } from '../event-store.ts';

/** One event for each letter, in a stream of that name. */
async function logOf(letters: string): Promise<EventStore> {
  const store = createMemoryEventStore();
  for (const letter of letters) await store.append(`s.${letter}`, [eventData()], 'any');
  return store;
}

const envelopes = async (store: EventStore) =>
  (await all(store.readAll())).map((event) => ({
    ...plain(event),
    stream: event.stream,
    revision: event.revision,
  }));

/** What the target answers from its `nth` append on, as when the process or the line dies there. */
const failingAfter = (store: EventStore, nth: number): EventStore => {
  let appends = 0;
  return {
    ...bound(store),
    append: async (...args) => {
      appends += 1;
      if (appends > nth) throw new Error('gone');
      return store.append(...args);
    },
  };
};

const bound = (store: EventStore): EventStore => ({
  append: (...args) => store.append(...args),
  readStream: (...args) => store.readStream(...args),
  readAll: (...args) => store.readAll(...args),
  subscribe: (...args) => store.subscribe(...args),
  head: () => store.head(),
  ping: () => store.ping(),
  close: () => store.close(),
});

describe('copyLog', () => {
  it('keeps stream, revision, id, type, bytes, and the order between streams', async () => {
    const from = await logOf('aababbcca');
    const to = createMemoryEventStore();
    const copied = await copyLog({ from, to });
    expect(copied).toMatchObject({ events: 9, copied: 9, sourceGrew: false });
    expect(copied.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await envelopes(to)).toEqual(await envelopes(from));
  });

  it('asks for each by itself where several at once failed, whatever of them landed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 30 }),
        fc.array(fc.nat(4), { maxLength: 12 }),
        async (letters, landing) => {
          const from = await logOf(letters);
          const to = createMemoryEventStore();
          const asked: string[][] = [];
          const appendInOrder: AppendsInOrder['appendInOrder'] = async (appends) => {
            asked.push(appends.map(({ stream }) => stream));
            const landed = landing[asked.length - 1] ?? Infinity;
            for (const { stream, events, expected } of appends.slice(0, landed))
              await to.append(stream, events, expected);
            if (landed < Infinity) throw new Error('the line was cut');
          };
          const copied = await copyLog({ from, to: { ...bound(to), appendInOrder } });
          expect(copied).toMatchObject({ events: letters.length, copied: letters.length });
          expect(await envelopes(to)).toEqual(await envelopes(from));
          for (const streams of asked) expect(new Set(streams).size).toBe(streams.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('copies an empty log', async () => {
    const copied = await copyLog({ from: await logOf(''), to: createMemoryEventStore() });
    expect(copied).toMatchObject({ events: 0, copied: 0 });
  });

  it('goes on where an earlier run ended, and adds nothing the next time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 30 }),
        fc.nat(12),
        async (letters, appends) => {
          const from = await logOf(letters);
          const to = createMemoryEventStore();
          await copyLog({ from, to: failingAfter(to, appends) }).catch((error: Error) =>
            expect(error.message).toBe('gone'),
          );
          const there = (await all(to.readAll())).length;
          expect(await copyLog({ from, to })).toMatchObject({
            events: letters.length,
            copied: letters.length - there,
          });
          expect(await envelopes(to)).toEqual(await envelopes(from));
          expect(await copyLog({ from, to })).toMatchObject({ copied: 0 });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says how far it is in each phase', async () => {
    const from = await logOf('aabb');
    const to = createMemoryEventStore();
    await copyLog({ from, to });
    await from.append('s.c', eventsData(2), 'none');
    const seen: CopyProgress[] = [];
    await copyLog({ from, to, onProgress: (progress) => seen.push(progress) });
    expect(seen.filter(({ phase }) => phase === 'comparing').at(-1)?.events).toBe(4);
    expect(seen.filter(({ phase }) => phase === 'copying')).toEqual([
      { phase: 'copying', events: 6 },
    ]);
    expect(seen.at(-1)).toEqual({ phase: 'proving', events: 12 });
  });

  it('leaves what comes while it runs for the next run, and says so', async () => {
    const from = await logOf('ab');
    const to = createMemoryEventStore();
    const growing = {
      ...bound(to),
      append: async (...args: Parameters<EventStore['append']>) => {
        await from.append('s.late', [eventData()], 'any');
        return to.append(...args);
      },
    };
    const first = await copyLog({ from, to: growing });
    expect(first).toMatchObject({ events: 2, sourceGrew: true });
    expect(await copyLog({ from, to })).toMatchObject({ events: 4, copied: 2, sourceGrew: false });
  });
});

describe('copyLog refuses', () => {
  const refused = (from: EventStore, to: EventStore) => expect(copyLog({ from, to })).rejects;

  it('a log as its own target', async () => {
    const from = await logOf('a');
    await refused(from, from).toMatchObject({ code: 'SAME_LOG' });
  });

  it('a target with other content, and adds nothing to it', async () => {
    const from = await logOf('ab');
    const to = await logOf('ab');
    const before = await envelopes(to);
    await refused(from, to).toMatchObject({
      code: 'LOG_DIFFERS',
      details: { stream: 's.a', revision: 0 },
    });
    expect(await envelopes(to)).toEqual(before);
  });

  it.each<[string, (event: StoredEvent) => Partial<StoredEvent>]>([
    ['stream', () => ({ stream: 's.x' })],
    ['revision', ({ revision }) => ({ revision: revision + 1 })],
    ['id', () => ({ id: '00000000-0000-4000-8000-000000000000' })],
    ['type', ({ type }) => ({ type: `${type}2` })],
    ['data', ({ data }) => ({ data: Buffer.concat([data, Buffer.from(' ')]) })],
    ['metadata', () => ({ metadata: Buffer.from('{}') })],
  ])('a target in which the %s of one event was altered', async (_, altered) => {
    const from = await logOf('abc');
    const to = createMemoryEventStore();
    await copyLog({ from, to });
    const alteredTo = {
      ...bound(to),
      async *readAll() {
        let n = 0;
        for await (const event of to.readAll())
          yield (n += 1) === 2 ? { ...event, ...altered(event) } : event;
      },
    };
    await refused(from, alteredTo).toMatchObject({
      code: 'LOG_DIFFERS',
      details: { stream: 's.b', revision: 0 },
    });
  });

  it('a target that lacks an event in the middle', async () => {
    const from = await logOf('abc');
    const to = createMemoryEventStore();
    const [first, , third] = await all(from.readAll());
    for (const event of [first!, third!]) await to.append(event.stream, [event], 'none');
    await refused(from, to).toMatchObject({ code: 'LOG_DIFFERS', details: { stream: 's.b' } });
  });

  it('a target that holds more than the source', async () => {
    const from = await logOf('ab');
    const to = createMemoryEventStore();
    await copyLog({ from, to });
    await to.append('s.more', [eventData()], 'none');
    await refused(from, to).toMatchObject({
      code: 'TARGET_LONGER',
      details: { stream: 's.more', revision: 0 },
    });
  });

  it('a target to which somebody else writes meanwhile', async () => {
    const from = await logOf('ab');
    const to = createMemoryEventStore();
    const contested = {
      ...bound(to),
      append: async (...args: Parameters<EventStore['append']>) => {
        if (args[0] === 's.b') await to.append('s.b', [eventData()], 'any');
        return to.append(...args);
      },
    };
    await refused(from, contested).toMatchObject({
      code: 'TARGET_CHANGED',
      details: { stream: 's.b', revision: 0 },
    });
  });

  it('to call it a copy when what it reads at the end is not what it wrote', async () => {
    const from = await logOf('ab');
    const to = createMemoryEventStore();
    const lying = {
      ...bound(to),
      append: (
        stream: string,
        [event]: Parameters<EventStore['append']>[1],
        expected: Parameters<EventStore['append']>[2],
      ) => to.append(stream, [{ ...event!, metadata: Buffer.from('{}') }], expected),
    };
    await refused(from, lying).toMatchObject({
      code: 'COPY_DIFFERS',
      details: { source: { events: 2 }, target: { events: 2 } },
    });
  });
});
