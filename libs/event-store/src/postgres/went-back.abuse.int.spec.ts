import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { eventsData, eventsIn, until } from '../conformance/index.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';

const LOST = 3;

describe('T31, T35: an account appends with synchronous_commit off, and the server dies', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'log-went-back-'));
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    // The writer of the log that would flush in between is told to take its time.
    server = await startEmbeddedPostgres({ dataFolder, settings: { wal_writer_delay: '10s' } });
  }, 60_000);
  afterAll(async () => {
    await server.remove();
    rmSync(dataFolder, { recursive: true });
  });

  it.each(['while it waits', 'with the next event'])(
    'a subscription that has read what is gone ends, and misses nothing from its checkpoint on (%s)',
    async (seen) => {
      const honest = await createPostgresEventStore({
        connectionString: server.url,
        pollMs: seen === 'while it waits' ? 50 : 60_000,
      });
      const careless = await createPostgresEventStore({
        connectionString: `${server.url}?options=-c%20synchronous_commit%3Doff`,
        mayLoseEventsInTests: true,
      });
      const { position: stored } = await honest.append(`a.${seen}`, eventsData(1), 'none');
      const { signal } = new AbortController();
      const messages = honest.subscribe({ signal, after: stored })[Symbol.asyncIterator]();
      await careless.append(`b.${seen}`, eventsData(LOST), 'none');
      for (let read = 0; read < LOST;)
        if ((await messages.next()).value.kind === 'event') read += 1;

      await server.kill();
      server = await startEmbeddedPostgres({ dataFolder, port: server.port });
      const acknowledged = eventsData(LOST + 1);
      await honest.append(`c.${seen}`, acknowledged, 'none');
      const rest = async () => {
        for (;;) if ((await messages.next()).value.kind === 'event') return;
      };
      await expect(rest()).rejects.toMatchObject({ code: 'LOG_WENT_BACK' });

      const again = await until(
        (ends) => honest.subscribe({ signal: ends, after: stored }),
        (sofar) => eventsIn(sofar).length === LOST + 1,
      );
      expect(eventsIn(again).map(({ id }) => id)).toEqual(acknowledged.map(({ id }) => id));
      await Promise.all([honest.close(), careless.close()]);
    },
    60_000,
  );

  it('nor does it go on behind what its own process appends at the very same places', async () => {
    const own = await createPostgresEventStore({
      connectionString: server.url,
      pollMs: 60_000,
    });
    const careless = await createPostgresEventStore({
      connectionString: `${server.url}?options=-c%20synchronous_commit%3Doff`,
      mayLoseEventsInTests: true,
    });
    const { position: stored } = await own.append('d.1', eventsData(1), 'none');
    const { signal } = new AbortController();
    const messages = own.subscribe({ signal, after: stored })[Symbol.asyncIterator]();
    for (const stream of ['e.1', 'e.2']) {
      await careless.append(stream, eventsData(1), 'none');
      while ((await messages.next()).value.kind !== 'checkpoint');
    }
    await server.kill();
    server = await startEmbeddedPostgres({ dataFolder, port: server.port });
    await own.append('f.1', eventsData(2), 'none');
    await own.append('f.2', eventsData(1), 'none');
    await expect(messages.next()).rejects.toMatchObject({ code: 'LOG_WENT_BACK' });
    await Promise.all([own.close(), careless.close()]);
  }, 60_000);
});
