import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '@minh-bach/testing';
import { MAX_APPEND_BYTES } from '../event-store.ts';
import { all, eventData, eventsData, plain } from '../conformance/index.ts';
import { createEventStoreDbEventStore } from './create-eventstoredb-event-store.ts';
import { SELF_SIGNED } from './double/certificate.fixture.ts';
import { json } from './double/log.fixture.ts';
import { ServerDouble } from './double/server.fixture.ts';
import { QUICK, withStore } from './store.fixture.ts';

/** What is told of at all is told by the subscription. */
const WITHOUT_LOOKING = { pollMs: 60_000 };

const open = (connectionString: string, more: { giveUpAfterMs?: number; log?: string } = {}) =>
  createEventStoreDbEventStore({ connectionString, ...QUICK, ...more });

describe('a server', () => {
  it('that is away at the start is waited for, and then said to be away', async () => {
    const server = await ServerDouble.start();
    server.stop();
    await expect(open(server.url, { giveUpAfterMs: 100 })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      details: { reason: 'unavailable' },
    });
    const opening = open(server.url);
    await server.start();
    await (await opening).close();
    server.stop();
  });

  it('that goes in the middle is not ready, and is again when it comes back', async () => {
    await withStore(async (store, server) => {
      const { position } = await store.append('a.1', eventsData(2), 'none');
      server.stop();
      const away = { code: 'STORE_UNAVAILABLE', details: { reason: 'unavailable' } };
      await expect(store.ping()).rejects.toMatchObject(away);
      await expect(all(store.readStream('a.1'))).rejects.toMatchObject(away);
      await expect(all(store.readAll({ prefixes: ['a.'] }))).rejects.toMatchObject(away);
      await server.start();
      await eventually(async () => expect(await store.head()).toBe(position));
      expect(await all(store.readStream('a.1'))).toHaveLength(2);
    });
  });

  it('that leads its cluster is asked, and no other', async () => {
    await withStore(async (store, server) => {
      await store.append('a.1', eventsData(1), 'none');
      await all(store.readStream('a.1'));
      await all(store.readAll());
      await all(store.readAll({ prefixes: ['a.'] }));
      const { signal } = new AbortController();
      for await (const _ of store.subscribe({ signal })) break;
      expect(server.notOfLeader).toBe(0);
    });
  });

  it('that does not answer is given up at the deadline', async () => {
    await withStore(async (store, server) => {
      await store.append('a.1', eventsData(1), 'none');
      server.readFaults.push('stall');
      await expect(all(store.readStream('a.1'))).rejects.toMatchObject({
        details: { reason: 'deadline-exceeded' },
      });
      server.readFaults.push('stall');
      await expect(store.ping()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    });
  });

  it('that is cut off in the middle of an answer has not given a short one', async () => {
    await withStore(async (store, server) => {
      await store.append('a.1', eventsData(3), 'none');
      server.appendFaults.push('commit-and-stall');
      // The append finds out first that the line is dead, and ends all that is under way.
      const appending = store.append('a.2', eventsData(1), 'none');
      await new Promise((resolve) => setTimeout(resolve, QUICK.answerWithinMs / 2));
      server.readFaults.push('half');
      await expect(all(store.readStream('a.1'))).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
      });
      await appending;
    });
  });

  it('that takes no appends (read-only, without a leader) leaves them open, and is read', async () => {
    await withStore(
      async (store, server) => {
        server.appendFaults.push(...Array<'not-ready'>(99).fill('not-ready'));
        await expect(store.append('a.1', eventsData(1), 'none')).rejects.toMatchObject({
          code: 'APPEND_AMBIGUOUS',
        });
        expect(await all(store.readStream('a.1'))).toEqual([]);
      },
      { giveUpAfterMs: 200 },
    );
  });

  it('that proves itself with a certificate that is not trusted is not spoken to', async () => {
    const server = await ServerDouble.start({ tls: SELF_SIGNED, users: ['mb:right'] });
    const folder = mkdtempSync(join(tmpdir(), 'mb-esdb-'));
    const ca = join(folder, 'ca.pem');
    writeFileSync(ca, SELF_SIGNED.cert);
    const at = (user: string, options: string) =>
      `esdb://${user}@127.0.0.1:${server.port}?${options}`;
    try {
      await expect(open(at('mb:right', 'tls=true'), { giveUpAfterMs: 100 })).rejects.toMatchObject({
        details: { reason: 'certificate' },
      });
      expect(server.heard).toEqual([]);
      await expect(open(at('mb:wrong', `tlsCAFile=${ca}`))).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        details: { reason: 'access-denied' },
      });
      const store = await open(at('mb:right', `tlsCAFile=${ca}`));
      await store.append('a.1', eventsData(1), 'none');
      await store.close();
    } finally {
      server.stop();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a log', () => {
  it('keeps its id, and another one is refused', async () => {
    const [one, two] = [await ServerDouble.start(), await ServerDouble.start()];
    const first = await open(one.url);
    const { position } = await first.append('a.1', eventsData(1), 'none');
    await first.close();
    const again = await open(one.url, { log: first.log });
    expect(again.log).toBe(first.log);
    expect(await again.head()).toBe(position);
    await again.close();

    const before = two.log.all.length;
    await expect(open(two.url, { log: first.log })).rejects.toMatchObject({
      code: 'FOREIGN_LOG',
      details: { log: 'none', expected: first.log },
    });
    expect(two.log.all).toHaveLength(before);
    const other = await open(two.url);
    await expect(all(other.readAll({ after: position }))).rejects.toMatchObject({
      code: 'FOREIGN_POSITION',
    });
    await other.close();
    one.stop();
    two.stop();
  });

  it('that is older than what was read ends subscriptions', async () => {
    await withStore(async (store, server) => {
      await store.append('a.1', eventsData(1), 'none');
      const count = server.log.all.length;
      await store.append('a.1', eventsData(3), 0);
      const { signal } = new AbortController();
      let isTold = false;
      const following = (async () => {
        for await (const { kind } of store.subscribe({ signal })) isTold ||= kind === 'caughtUp';
      })();
      const ended = expect(following).rejects.toMatchObject({ code: 'LOG_WENT_BACK' });
      await eventually(async () => expect(isTold).toBe(true));
      server.stop();
      server.log.goBackTo(count);
      server.log.write('a.1', [json('Other', {}), json('Other', {}), json('Other', {})]);
      await server.start();
      await ended;
    }, WITHOUT_LOOKING);
  });
});

describe('a stream of which somebody has taken events away', () => {
  const refused = (code: string, stream = 'a.1') => ({ code, details: { stream } });

  it('is refused when it was deleted, and so is what was appended to it as its first', async () => {
    await withStore(async (store, server) => {
      await store.append('a.1', eventsData(2), 'none');
      server.log.delete('a.1');
      await expect(all(store.readStream('a.1'))).rejects.toMatchObject(refused('STREAM_TRUNCATED'));
      await expect(all(store.readStream('a.1', { direction: 'backwards' }))).rejects.toMatchObject(
        refused('STREAM_TRUNCATED'),
      );
      await expect(store.append('a.1', eventsData(1), 'none')).rejects.toMatchObject(
        refused('STREAM_TRUNCATED'),
      );
    });
  });

  it('is refused when its first events are gone, read from either end', async () => {
    await withStore(async (store, server) => {
      await store.append('a.1', eventsData(4), 'none');
      server.log.truncate('a.1', 2n);
      for (const options of [{}, { from: 1 }, { direction: 'backwards' as const }])
        await expect(all(store.readStream('a.1', options))).rejects.toMatchObject(
          refused('STREAM_TRUNCATED'),
        );
      expect(await all(store.readStream('a.1', { from: 2 }))).toHaveLength(2);
    });
  });

  it('is refused when it was deleted for good', async () => {
    await withStore(async (store, server) => {
      await store.append('a.1', eventsData(1), 'none');
      server.log.tombstone('a.1');
      await expect(all(store.readStream('a.1'))).rejects.toMatchObject(refused('STREAM_DELETED'));
      await expect(store.append('a.1', eventsData(1), 0)).rejects.toMatchObject(
        refused('STREAM_DELETED'),
      );
    });
  });

  it('is as it was where only others were touched', async () => {
    await withStore(async (store, server) => {
      await store.append('a.1', eventsData(1), 'none');
      server.log.write('$$a.1', [json('$metadata', { $acl: {} })]);
      expect(await all(store.readStream('a.1'))).toHaveLength(1);
      server.log.write('$$a.2', [json('$metadata', { $acl: {} })]);
      expect(await all(store.readStream('a.2'))).toEqual([]);
    });
  });
});

describe('what others have written', () => {
  it('is passed over where it is the server’s own, and given where it is not', async () => {
    await withStore(async (store, server) => {
      await store.append('a.1', eventsData(1), 'none');
      server.log.write('$stats', [json('$statsCollected', { cpu: 1 })]);
      server.log.write('a.2', [
        { ...json('TheirEvent', { theirs: true }), metadata: Buffer.from('no JSON') },
      ]);
      const streams = (await all(store.readAll())).map(({ stream }) => stream);
      expect(streams).toEqual(['a.1', 'a.2']);
      const [theirs] = await all(store.readAll({ prefixes: ['a.2.', 'a.2'] }));
      expect(plain(theirs!)).toMatchObject({
        type: 'TheirEvent',
        data: '{"theirs":true}',
        metadata: 'no JSON',
      });
    });
  });
});

it('an append that is larger than the server takes is refused, and says so', async () => {
  await withStore(async (store, server) => {
    await expect(
      store.append('a.1', [{ ...eventData(), data: new Uint8Array(MAX_APPEND_BYTES) }], 'none'),
    ).rejects.toMatchObject({ code: 'APPEND_TOO_LARGE' });
    server.log.maxAppend = 1_000;
    await expect(
      store.append('a.1', [{ ...eventData(), data: new Uint8Array(2_000) }], 'none'),
    ).rejects.toMatchObject({ code: 'APPEND_TOO_LARGE', details: { limit: 1_000 } });
    expect(await all(store.readAll({ prefixes: ['a.'] }))).toEqual([]);
  });
});

it('a process has one client', async () => {
  await withStore(async (_, server) => {
    await expect(open(server.url)).rejects.toThrow('one client');
  });
});
