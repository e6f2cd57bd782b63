import { describe, expect, it } from '@jest/globals';
import { eventually } from '@minh-bach/testing';
import { eventsData, eventsIn } from '../conformance/index.ts';
import { withStore } from './store.fixture.ts';
import type { EventStore, SubscriptionMessage } from '../event-store.ts';
import type { ServerDouble } from './double/server.fixture.ts';

/** A subscription that gathers what it is told while `work` goes on. */
async function following(
  store: EventStore,
  work: (told: () => string[]) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  const messages: SubscriptionMessage[] = [];
  const told = () => eventsIn(messages).map(({ stream, revision }) => `${stream}@${revision}`);
  const over = (async () => {
    for await (const message of store.subscribe({ signal: stop.signal, prefixes: ['a.'] }))
      messages.push(message);
  })();
  try {
    await eventually(async () => expect(messages.at(-1)?.kind).toBe('caughtUp'));
    await work(told);
  } finally {
    stop.abort();
    await over;
  }
}

const live = (server: ServerDouble): Promise<void> =>
  eventually(async () => expect(server.subscriptions).toBe(1));

describe('a subscription goes on, without gap or repetition, when that of the server', () => {
  it.each<[string, (server: ServerDouble) => void | Promise<void>]>([
    ['ends without a word', (server) => server.endSubscriptions('end')],
    ['is thrown off as too slow', (server) => server.endSubscriptions('too-slow')],
    ['fails', (server) => server.endSubscriptions('unavailable')],
    ['dies with the server', (server) => server.restart()],
    ['falls silent', (server) => server.silence()],
    [
      'fails, and cannot be begun anew at first',
      (server) => {
        server.readFaults.push('unavailable', 'not-ready', 'stall', 'access-denied');
        server.endSubscriptions('unavailable');
      },
    ],
  ])('%s', async (_, happens) => {
    await withStore((store, server) =>
      following(store, async (told) => {
        await live(server);
        await store.append('a.1', eventsData(1), 'none');
        await eventually(async () => expect(told()).toHaveLength(1));
        await happens(server);
        for (let i = 0; i < 5; i += 1) {
          await store.append('b.1', eventsData(1), i === 0 ? 'none' : i - 1);
          await store.append('a.1', eventsData(1), i);
        }
        const expected = [0, 1, 2, 3, 4, 5].map((revision) => `a.1@${revision}`);
        await eventually(async () => expect(told()).toEqual(expected));
      }),
    );
  });

  it('has been silent, and is begun anew', async () => {
    const retries: string[] = [];
    const onRetry = ({ doing }: { doing: string }) => void retries.push(doing);
    await withStore(
      (store, server) =>
        following(store, async (told) => {
          await store.append('a.1', eventsData(1), 'none');
          await eventually(async () => expect(told()).toHaveLength(1));
          await live(server);
          server.silence();
          expect(server.subscriptions).toBe(0);
          await store.append('a.1', eventsData(2), 0);
          await eventually(async () => expect(told()).toHaveLength(3));
          await eventually(async () => expect(retries).toContain('log.subscribe'));
          await live(server);
        }),
      { onRetry },
    );
  });
});

it('is told of what comes by the one subscription of the store, not by reading', async () => {
  await withStore((store, server) =>
    following(store, async (told) => {
      await live(server);
      await store.append('a.1', eventsData(1), 'none');
      await eventually(async () => expect(told()).toHaveLength(1));
      const { begun } = server;
      for (let i = 0; i < 5; i += 1) {
        await store.append('a.1', eventsData(1), i);
        await eventually(async () => expect(told()).toHaveLength(i + 2));
      }
      expect(server.begun).toBe(begun);
    }),
  );
});

it('finds few events among very many, over several pages', async () => {
  await withStore(async (store, server) => {
    for (let i = 0; i < 12; i += 1) {
      await store.append(`a.${i}`, eventsData(1), 'none');
      await store.append(`b.${i}`, eventsData(400), 'none');
    }
    await following(store, (told) =>
      eventually(async () =>
        expect(told()).toEqual(Array.from({ length: 12 }, (_, i) => `a.${i}@0`)),
      ),
    );
    expect(server.log.all.length).toBeGreaterThan(4_800);
  });
});

it('keeps its word to the last of what is not its own', async () => {
  await withStore(async (store, server) => {
    await following(store, async () => {
      await live(server);
      const { position } = await store.append('b.1', eventsData(2), 'none');
      const messages: SubscriptionMessage[] = [];
      const stop = new AbortController();
      for await (const message of store.subscribe({ signal: stop.signal, prefixes: ['a.'] })) {
        messages.push(message);
        if (message.kind === 'caughtUp') break;
      }
      expect(messages.at(-1)).toEqual({ kind: 'caughtUp', position });
    });
  });
});
