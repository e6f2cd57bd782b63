import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { readAttachment } from './attachment.ts';
import { png } from './check/corpus.fixture.ts';
import { all, openDoor, person, service, refused, stream } from './door.fixture.ts';
import { PostgresUploadTable } from './postgres/upload-table.ts';
import { MAX_FILE_BYTES, UNCLAIMED_MS, UNFINISHED_MS, uploadKey } from './uploads.ts';

let database: TestDatabase;
let door: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  database = await createTestDatabase();
  door = await openDoor(database.url);
});
afterAll(async () => {
  await door.close();
  await database.drop();
});
beforeEach(async () => {
  await door.pool.query('truncate files.uploads');
});

const put = (bytes: Buffer) => door.uploads.put(stream(bytes), { person, service });

const hour = 3_600_000;
const age = (id: string, by: number) =>
  door.pool.query(
    `update files.uploads set touched_at = touched_at - $2 * interval '1 ms' where id = $1`,
    [id, by],
  );
const yesterday = () => new Date(Date.now() - 24 * hour);

describe('the sweep', () => {
  const none = async () => new Set<string>();

  it('discards what nobody claimed, and nothing young', async () => {
    const old = await put(png());
    const young = await put(png());
    await age(old.id, 25 * hour);
    expect(await door.uploads.sweep(service, yesterday(), none)).toEqual({
      released: 0,
      discarded: 1,
    });
    expect(door.onDisk()).not.toContain(old.id);
    await door.uploads.claim(young.id, { person, service, commandId: 'c1' });
    await expect(
      door.vault.seal([{ ...uploadKey(old.id), eventId: 'e', path: '', value: 1 }]),
    ).rejects.toEqual(refused('KEY_DESTROYED'));
  });

  it('discards after hours what no command has claimed', async () => {
    const [old, claimed, young] = [await put(png()), await put(png()), await put(png())];
    await door.uploads.claim(claimed.id, { person, service, commandId: 'c1' });
    await age(old.id, 5 * hour);
    await age(claimed.id, 5 * hour);
    expect(await door.uploads.sweepUnclaimed(service, new Date(Date.now() - UNCLAIMED_MS))).toBe(1);
    expect(door.onDisk()).not.toContain(old.id);
    expect(door.onDisk()).toEqual(expect.arrayContaining([claimed.id, young.id]));
  });

  it('releases what an event names, whose command died before it could', async () => {
    const { id } = await put(png());
    const attachment = await door.uploads.claim(id, { person, service, commandId: 'c1' });
    await age(id, 25 * hour);
    const named = async (ids: readonly string[]) => new Set(ids);
    expect(await door.uploads.sweep(service, yesterday(), named)).toEqual({
      released: 1,
      discarded: 0,
    });
    expect((await all(readAttachment(door.store, attachment))).equals(png())).toBe(true);
    expect(await door.rows()).toBe(0);
  });

  it('of one service leaves what another service is to name, and nobody else claims it', async () => {
    const { id } = await put(png());
    const { id: claimed } = await put(png());
    await door.uploads.claim(claimed, { person, service, commandId: 'c1' });
    for (const one of [id, claimed]) await age(one, 25 * hour);
    const other = 'investigation';
    const tomorrow = new Date(Date.now() + 24 * hour);
    expect(await door.uploads.sweepUnfinished(other, tomorrow)).toBe(0);
    expect(await door.uploads.sweepUnclaimed(other, tomorrow)).toBe(0);
    expect(await door.uploads.sweep(other, tomorrow, none)).toEqual({ released: 0, discarded: 0 });
    await expect(
      door.uploads.claim(id, { person, service: other, commandId: 'c2' }),
    ).rejects.toEqual(refused('UPLOAD_UNKNOWN'));
    await door.uploads.claim(id, { person, service, commandId: 'c2' });
  });

  it('leaves a file that is claimed while it asks', async () => {
    const { id } = await put(png());
    await age(id, 25 * hour);
    const claimsMeanwhile = async () => {
      await door.uploads.claim(id, { person, service, commandId: 'c1' });
      return new Set<string>();
    };
    expect(await door.uploads.sweep(service, yesterday(), claimsMeanwhile)).toEqual({
      released: 0,
      discarded: 0,
    });
    await door.uploads.claim(id, { person, service, commandId: 'c1' });
  });

  it('finds what a process that died left half done', async () => {
    const id = 'halfhalfhalfhalfhalfha';
    await door.table.begin(id, { person, service }, MAX_FILE_BYTES, yesterday());
    await door.store.write(id, stream(Buffer.of(1)));
    writeFileSync(join(door.root, id.slice(0, 2), `${id}.part`), 'half');
    await expect(door.uploads.claim(id, { person, service, commandId: 'c1' })).rejects.toEqual(
      refused('UPLOAD_UNKNOWN'),
    );
    await age(id, 25 * hour);
    await door.uploads.sweep(service, yesterday(), none);
    expect(door.onDisk().filter((name) => name.startsWith(id))).toEqual([]);
    expect(await door.rows()).toBe(0);
  });

  describe('T23: uploads that a crash cut off', () => {
    const cutOff = async (id = randomBytes(16).toString('base64url')) => {
      await door.table.begin(id, { person, service }, MAX_FILE_BYTES, soon());
      await door.store.write(id, stream(Buffer.of(1)));
      writeFileSync(join(door.root, id.slice(0, 2), `${id}.part`), 'half');
      return id;
    };
    const soon = () => new Date(Date.now() - UNFINISHED_MS);
    const traces = (id: string) => door.onDisk().filter((name) => name.startsWith(id));

    it('count in the quota while they may still come, and not for hours', async () => {
      const small = door.another({ quota: { files: 2, bytes: 2 * MAX_FILE_BYTES } });
      const ids = [await cutOff(), await cutOff()];
      await expect(small.put(stream(png()), { person, service })).rejects.toEqual(
        refused('UPLOAD_QUOTA'),
      );
      for (const id of ids) await age(id, UNFINISHED_MS + 1);
      await small.put(stream(png()), { person, service });
    });

    it('are swept soon, with all that came of them, and nothing that may still come', async () => {
      const [old, young, finished] = [await cutOff(), await cutOff(), (await put(png())).id];
      await age(old, UNFINISHED_MS + 1);
      await age(finished, UNFINISHED_MS + 1);
      expect(await door.uploads.sweepUnfinished(service, soon())).toBe(1);
      expect([traces(old), traces(young).length, traces(finished)]).toEqual([[], 2, [finished]]);
      expect(await door.rows()).toBe(2);
    });

    it('are dropped by the person whose they are, and by nobody else', async () => {
      const id = await cutOff();
      await expect(door.uploads.drop(id, { person: 'p-2' })).rejects.toEqual(refused('NOT_FOUND'));
      await door.uploads.drop(id, { person });
      expect([traces(id), await door.rows()]).toEqual([[], 0]);
      await expect(door.uploads.drop(id, { person })).rejects.toEqual(refused('NOT_FOUND'));
    });

    it('leave nothing when they come after all, too late, and are not said to be there', async () => {
      async function* late(): AsyncGenerator<Uint8Array> {
        await door.pool.query('update files.uploads set condemned = true');
        yield png();
      }
      const before = door.onDisk();
      await expect(door.uploads.put(late(), { person, service })).rejects.toEqual(
        refused('UPLOAD_UNKNOWN'),
      );
      expect([door.onDisk(), await door.rows()]).toEqual([before, 0]);
    });

    it.each(['drop', 'sweep'] as const)('leave nothing when a %s meets them', async (way) => {
      async function* met(): AsyncGenerator<Uint8Array> {
        yield png().subarray(0, 20);
        const { rows } = await door.pool.query<{ id: string }>('select id from files.uploads');
        if (way === 'drop') await door.uploads.drop(rows[0]!.id, { person });
        else await door.uploads.sweepUnfinished(service, new Date(Date.now() + hour));
        yield png().subarray(20);
      }
      const before = door.onDisk();
      await expect(door.uploads.put(met(), { person, service })).rejects.toEqual(
        refused('UPLOAD_UNKNOWN'),
      );
      expect([door.onDisk(), await door.rows()]).toEqual([before, 0]);
    });
  });

  it('judges by our clock, not by that of the machine of the database', async () => {
    const later = () => new Date(Date.now() + 100 * 24 * hour);
    const table = new PostgresUploadTable(door.pool, later);
    const young = await door.another({ table }).put(stream(png()), { person, service });
    const unclaimed = new Date(later().getTime() - UNCLAIMED_MS);
    expect(await door.uploads.sweepUnclaimed(service, unclaimed)).toBe(0);
    expect(door.onDisk()).toContain(young.id);
  });

  it('goes through any number, in bounded steps', async () => {
    await door.pool.query(
      `insert into files.uploads (id, person, size, touched_at)
       select lpad(n::text, 22, '0'), 'p', 1, $1 from generate_series(1, 450) n`,
      [new Date(yesterday().getTime() - hour)],
    );
    expect(await door.uploads.sweep(service, yesterday(), none)).toEqual({
      released: 0,
      discarded: 450,
    });
  });
});
