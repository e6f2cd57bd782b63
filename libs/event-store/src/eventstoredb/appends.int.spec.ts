import { describe, expect, it } from '@jest/globals';
import { all, eventData, eventsData, plain } from '../conformance/index.ts';
import { withStore } from './store.fixture.ts';
import type { AppendFault } from './double/appending.fixture.ts';

const ambiguous: AppendFault[] = [
  'commit-and-cut',
  'commit-and-stall',
  'stall',
  'timeout',
  'unknown',
  'not-ready',
  'overload',
  'unavailable',
];

describe('an append whose answer is not known', () => {
  it.each(ambiguous)('is sent again with the same ids, and stored once: %s', async (fault) => {
    await withStore(async (store, server) => {
      const events = eventsData(2);
      server.appendFaults.push(fault, fault);
      expect(await store.append('a.1', events, 'none')).toMatchObject({ revision: 1 });
      expect((await all(store.readStream('a.1'))).map(plain)).toEqual(events.map(plain));
      const sent = server.heard.filter(({ stream }) => stream === 'a.1');
      expect(sent.length).toBeGreaterThanOrEqual(3);
      expect(new Set(sent.map(({ ids }) => ids.join())).size).toBe(1);
    });
  });

  it('is told to be that when it stays so', async () => {
    await withStore(
      async (store, server) => {
        server.appendFaults.push(...Array<AppendFault>(99).fill('commit-and-cut'));
        await expect(store.append('a.1', [eventData()], 'none')).rejects.toMatchObject({
          code: 'APPEND_AMBIGUOUS',
        });
      },
      { giveUpAfterMs: 200 },
    );
  });

  it('is not sent again where any revision was expected', async () => {
    await withStore(async (store, server) => {
      server.appendFaults.push('commit-and-cut');
      await expect(store.append('a.1', [eventData()], 'any')).rejects.toMatchObject({
        code: 'APPEND_AMBIGUOUS',
      });
      expect(await all(store.readStream('a.1'))).toHaveLength(1);
    });
  });

  it('finds out that another one was first, with other bytes under the same id', async () => {
    await withStore(async (store, server) => {
      const first = eventData('first');
      await store.append('a.1', [first], 'none');
      server.appendFaults.push('unavailable');
      const other = { ...eventData('other'), id: first.id };
      await expect(store.append('a.1', [other], 'none')).rejects.toMatchObject({
        code: 'ID_CONFLICT',
      });
      expect((await all(store.readStream('a.1'))).map(plain)).toEqual([plain(first)]);
    });
  });
});

it('goes to the leader that the server names', async () => {
  await withStore(async (store, server) => {
    server.leader = server.port;
    server.appendFaults.push('not-leader');
    expect(await store.append('a.1', [eventData()], 'none')).toMatchObject({ revision: 0 });
  });
});

it('is refused where the user has no right to append', async () => {
  await withStore(async (store, server) => {
    server.appendFaults.push('access-denied');
    await expect(store.append('a.1', [eventData()], 'none')).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      details: { reason: 'access-denied' },
    });
    expect(await all(store.readStream('a.1'))).toEqual([]);
  });
});

it('outlives a server that dies in the middle of many appends', async () => {
  await withStore(async (store, server) => {
    const work = Array.from({ length: 60 }, async (_, stream) => {
      for (let i = 0; i < 10; i += 1)
        await store.append(`a.${stream}`, eventsData(1), i === 0 ? 'none' : i - 1);
    });
    for (let i = 0; i < 3; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await server.restart();
    }
    await Promise.all(work);
    expect(await all(store.readAll({ prefixes: ['a.'] }))).toHaveLength(600);
  });
});

it('ends no process when the line is cut under more than it can take', async () => {
  await withStore(async (store, server) => {
    const data = new Uint8Array(500_000);
    server.appendFaults.push(...Array<AppendFault>(40).fill('stall'));
    const work = Array.from({ length: 40 }, (_, i) =>
      store.append(`a.${i}`, [{ ...eventData(), data }], 'none'),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.restart();
    await Promise.all(work);
    expect(await all(store.readAll({ prefixes: ['a.'] }))).toHaveLength(40);
  });
});
