import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from '@minh-bach/embedded-postgres';
import { all, eventsData } from '../conformance/index.ts';
import { createPostgresEventStore } from './postgres-event-store.ts';
import type { EmbeddedPostgres } from '@minh-bach/embedded-postgres';
import type { EventData } from '../event-store.ts';

const WRITERS = 8;
const KILLS = 2;
const BETWEEN = 150;

describe('a database that dies under its writers', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'log-killed-'));
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    server = await startEmbeddedPostgres({ dataFolder });
  }, 60_000);
  afterAll(async () => {
    await server.remove();
    rmSync(dataFolder, { recursive: true });
  });

  it('keeps what was acknowledged, once; writers and subscriber go on by themselves', async () => {
    const store = await createPostgresEventStore({
      connectionString: server.url,
      giveUpAfterMs: 60_000,
    });
    const acknowledged: EventData[] = [];
    let kills = 0;

    // 1. Writers that never stop for a failure: none may reach them.
    const writing = Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        for (let revision = -1; kills < KILLS; revision += 1) {
          const events = eventsData(1);
          await store.append(`a.${writer}`, events, revision < 0 ? 'none' : revision);
          acknowledged.push(...events);
        }
      }),
    );
    // 2. One that follows them all the while.
    const following = new AbortController();
    const seen: string[] = [];
    const followed = (async () => {
      for await (const message of store.subscribe({ signal: following.signal, batchSize: 50 })) {
        if (message.kind === 'event') seen.push(message.event.id);
      }
    })();

    // 3. kill -9, as soon as there is enough to lose.
    for (; kills < KILLS; kills += 1) {
      const enough = acknowledged.length + BETWEEN;
      await poll(() => acknowledged.length >= enough);
      await server.kill();
      server = await startEmbeddedPostgres({ dataFolder, port: server.port });
    }
    await writing;
    await store.append('a.end', eventsData(1), 'none');

    const stored = await all(store.readAll());
    const ids = stored.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(acknowledged.map(({ id }) => id)));
    await poll(() => seen.length >= ids.length);
    following.abort();
    await followed;
    expect(seen).toEqual(ids);
    await store.close();
  }, 120_000);
});

async function poll(condition: () => boolean): Promise<void> {
  for (const overdue = Date.now() + 60_000; !condition();) {
    if (Date.now() > overdue) throw new Error('not in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
