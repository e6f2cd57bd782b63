import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import {
  masterKeyOf,
  openVault,
  PostgresKeyStore,
  sealData,
  setUpVaultSchema,
  fieldsAt,
  type Vault,
} from '@minh-bach/vault';
import pg from 'pg';
import { z } from 'zod';
import { attachmentSchema, readAttachment } from './attachment.ts';
import { jpeg, pages, pdf, png, pngText } from './check/corpus.fixture.ts';
import { FolderFileStore } from './folder/folder-file-store.ts';
import { PostgresUploadTable, setUpFilesSchema } from './postgres/upload-table.ts';
import { MAX_FILE_BYTES, uploadKey, Uploads, type UploadsOptions } from './uploads.ts';

let database: TestDatabase;
let pool: pg.Pool;
let vault: Vault;
let root: string;
let store: FolderFileStore;
let table: PostgresUploadTable;
let uploads: Uploads;

const masterKey = masterKeyOf(Buffer.alloc(32, 9));
const person = 'p-1';
const refused = (code: string) => expect.objectContaining({ code }) as unknown;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  await setUpVaultSchema(pool);
  await setUpFilesSchema(pool);
  vault = await openVault({ keys: new PostgresKeyStore(pool), masterKey, destroyed: [] });
  root = mkdtempSync(join(tmpdir(), 'files-'));
  store = new FolderFileStore(root);
  table = new PostgresUploadTable(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  rmSync(root, { recursive: true });
});
beforeEach(async () => {
  await pool.query('truncate files.uploads');
  uploads = another();
});

const another = (over: Partial<UploadsOptions> = {}) =>
  new Uploads({ store, table, vault, ...over });
async function* stream(...pieces: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
const put = (bytes: Buffer, who = person, through = uploads) =>
  through.put(stream(bytes), { person: who });
const all = async (source: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const onDisk = () =>
  readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const rows = async () => (await pool.query('select id from files.uploads')).rows.length;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hour = 3_600_000;
const age = (id: string, by: number) =>
  pool.query(
    `update files.uploads set touched_at = touched_at - $2 * interval '1 ms' where id = $1`,
    [id, by],
  );
const yesterday = () => new Date(Date.now() - 24 * hour);

describe('a file at the door', () => {
  it('is told by what it is, and by the hash of what lies on the disk', async () => {
    const upload = await uploads.put(stream(pdf()), { person, declaredType: 'application/pdf' });
    expect(upload).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/) as unknown,
      type: 'application/pdf',
      size: pdf().length,
      pages: 2,
      sha256: sha256(readFileSync(join(root, upload.id.slice(0, 2), upload.id))),
    });
    expect(upload.sha256).not.toBe(sha256(pdf()));
  });

  it('lies sealed, for its owner only, under nothing but its id', async () => {
    const secret = png(2, 2, { extra: [pngText('Đặng Thị Mây 0912345678')] });
    const { id } = await put(secret);
    const [dump] = (await pool.query('select uploads::text as row from files.uploads')).rows as {
      row: string;
    }[];
    const path = join(root, id.slice(0, 2), id);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path).includes('0912345678')).toBe(false);
    expect(dump!.row).not.toContain(sha256(secret));
  });

  it('opens to its bytes for the event that claims it', async () => {
    for (const bytes of [pdf(), png(), jpeg()]) {
      const { id } = await put(bytes);
      const attachment = await uploads.claim(id, { person, commandId: 'c1' });
      expect((await all(readAttachment(store, attachment))).equals(bytes)).toBe(true);
      expect(attachment.contentSha256).toBe(sha256(bytes));
    }
  });

  it('may weigh 20 MB and no byte more', async () => {
    const filler = (size: number) => {
      const head = Buffer.from('%PDF-1.7\n%');
      const tail = Buffer.from('\nstartxref\n0\n%%EOF');
      return Buffer.concat([head, Buffer.alloc(size - head.length - tail.length, 'x'), tail]);
    };
    expect(await put(filler(MAX_FILE_BYTES))).toMatchObject({ size: MAX_FILE_BYTES });
    const before = onDisk().length;
    await expect(put(filler(MAX_FILE_BYTES + 1))).rejects.toEqual(refused('FILE_TOO_LARGE'));
    expect(onDisk()).toHaveLength(before);
  });

  it('is no longer read once it is too large', async () => {
    const piece = Buffer.alloc(1024 * 1024);
    let read = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        read += piece.length;
        yield piece;
      }
    }
    await expect(uploads.put(endless(), { person })).rejects.toEqual(refused('FILE_TOO_LARGE'));
    expect(read).toBe(MAX_FILE_BYTES + piece.length);
  });

  it.each<[string, Buffer, string]>([
    ['FILE_TYPE_NOT_ALLOWED', Buffer.from('<svg/>'), ''],
    ['FILE_TYPE_LIES', Buffer.from('<html>'), 'image/png'],
    ['FILE_BROKEN', png().subarray(0, 40), 'image/png'],
    ['FILE_ACTIVE_CONTENT', pdf(pages(1, '/OpenAction << /S /JavaScript >>')), 'application/pdf'],
  ])('%s leaves no row, no file and no key', async (code, bytes, declaredType) => {
    const before = onDisk().length;
    const keys = async () => (await pool.query('select id from vault.keys')).rows.length;
    const keysBefore = await keys();
    await expect(uploads.put(stream(bytes), { person, declaredType })).rejects.toEqual(
      refused(code),
    );
    expect([await rows(), onDisk().length, await keys()]).toEqual([0, before, keysBefore]);
  });

  it('cut off on its way leaves nothing, and tells why', async () => {
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield pdf().subarray(0, 50);
      throw new Error('connection reset');
    }
    const before = onDisk().length;
    await expect(uploads.put(cut(), { person })).rejects.toThrow('connection reset');
    expect([await rows(), onDisk().length]).toEqual([0, before]);
  });
});

describe('the quota', () => {
  it('counts the files that wait, of each person alone', async () => {
    const small = another({ quota: { files: 2, bytes: 10 * MAX_FILE_BYTES } });
    await put(png(), person, small);
    const { id } = await put(png(), person, small);
    await expect(put(png(), person, small)).rejects.toEqual(refused('UPLOAD_QUOTA'));
    await put(png(), 'p-2', small);
    await small.claim(id, { person, commandId: 'c1' });
    await put(png(), person, small);
  });

  it('counts bytes, a file on its way as the most it may weigh', async () => {
    const small = another({ quota: { files: 10, bytes: MAX_FILE_BYTES + 1_000 } });
    await put(Buffer.concat([jpeg(), Buffer.alloc(900)]), person, small);
    await expect(put(png(), person, small)).rejects.toEqual(refused('UPLOAD_QUOTA'));
  });

  it('is not passed by many at once', async () => {
    const small = another({ quota: { files: 3, bytes: 20 * MAX_FILE_BYTES } });
    await Promise.allSettled(Array.from({ length: 12 }, () => put(png(), person, small)));
    expect(await rows()).toBeLessThanOrEqual(3);
  });
});

describe('claiming', () => {
  it('is for who uploaded it', async () => {
    const { id } = await put(png());
    await expect(uploads.claim(id, { person: 'p-2', commandId: 'c1' })).rejects.toEqual(
      refused('UPLOAD_UNKNOWN'),
    );
  });

  it('is for one command, as often as it asks', async () => {
    const { id } = await put(png());
    const first = await uploads.claim(id, { person, commandId: 'c1' });
    expect(await uploads.claim(id, { person, commandId: 'c1' })).toEqual(first);
    await expect(uploads.claim(id, { person, commandId: 'c2' })).rejects.toEqual(
      refused('UPLOAD_UNKNOWN'),
    );
  });

  it('is over once the event is there and the upload released', async () => {
    const { id } = await put(png());
    await uploads.claim(id, { person, commandId: 'c1' });
    await uploads.release([id]);
    await uploads.release([id]);
    await expect(uploads.claim(id, { person, commandId: 'c1' })).rejects.toEqual(
      refused('UPLOAD_UNKNOWN'),
    );
  });

  it.each(['../../etc/passwd', '', 'a'.repeat(22)])('knows no %j', async (id) => {
    await expect(uploads.claim(id, { person, commandId: 'c1' })).rejects.toEqual(
      refused('UPLOAD_UNKNOWN'),
    );
  });
});

describe('a file whose key travels sealed in its event', () => {
  const schema = z.strictObject({ scan: attachmentSchema('identity') });
  const owner = 'D26-48301725-4';

  it('opens by the key of its matter, and by nothing once that is destroyed', async () => {
    const { id } = await put(pdf());
    const upload = (await pool.query('select secret from files.uploads where id = $1', [id]))
      .rows[0] as { secret: never };
    const scan = await uploads.claim(id, { person, commandId: 'c1' });
    const [data] = await sealData(vault, [{ schema, owner, eventId: 'e1', data: { scan } }]);
    await uploads.release([id]);
    expect(JSON.stringify(data)).not.toContain(scan.key);

    const key = fieldsAt({ owner, eventId: 'e1', data }, ['/scan/key']);
    const [opened] = await vault.open(key);
    if (opened?.state !== 'open') throw new Error('erased');
    const content = await all(readAttachment(store, { id, key: opened.value as string }));
    expect(content.equals(pdf())).toBe(true);

    await vault.destroy([{ owner, compartment: 'identity' }]);
    expect(await vault.open(key)).toEqual([{ state: 'erased' }]);
    // A row of the table of uploads, brought back from a backup, opens nothing either.
    const restored = { owner: uploadKey(id).owner, eventId: id, path: '/secret' };
    expect(await vault.open([{ ...restored, sealed: upload.secret }])).toEqual([
      { state: 'erased' },
    ]);
    expect(sha256(readFileSync(join(root, id.slice(0, 2), id)))).toBe(scan.sha256);
  });
});

describe('the sweep', () => {
  const none = async () => new Set<string>();

  it('discards what nobody claimed, and nothing young', async () => {
    const old = await put(png());
    const young = await put(png());
    await age(old.id, 25 * hour);
    expect(await uploads.sweep(yesterday(), none)).toEqual({ released: 0, discarded: 1 });
    expect(onDisk().map((entry) => entry.name)).not.toContain(old.id);
    await uploads.claim(young.id, { person, commandId: 'c1' });
    await expect(
      vault.seal([{ ...uploadKey(old.id), eventId: 'e', path: '', value: 1 }]),
    ).rejects.toEqual(refused('KEY_DESTROYED'));
  });

  it('releases what an event names, whose command died before it could', async () => {
    const { id } = await put(png());
    const attachment = await uploads.claim(id, { person, commandId: 'c1' });
    await age(id, 25 * hour);
    const named = async (ids: readonly string[]) => new Set(ids);
    expect(await uploads.sweep(yesterday(), named)).toEqual({ released: 1, discarded: 0 });
    expect((await all(readAttachment(store, attachment))).equals(png())).toBe(true);
    expect(await rows()).toBe(0);
  });

  it('leaves a file that is claimed while it asks', async () => {
    const { id } = await put(png());
    await age(id, 25 * hour);
    const claimsMeanwhile = async () => {
      await uploads.claim(id, { person, commandId: 'c1' });
      return new Set<string>();
    };
    expect(await uploads.sweep(yesterday(), claimsMeanwhile)).toEqual({
      released: 0,
      discarded: 0,
    });
    await uploads.claim(id, { person, commandId: 'c1' });
  });

  it('finds what a process that died left half done', async () => {
    const id = 'halfhalfhalfhalfhalfha';
    await table.begin(id, person, MAX_FILE_BYTES);
    await store.write(id, stream(Buffer.of(1)));
    writeFileSync(join(root, id.slice(0, 2), `${id}.part`), 'half');
    await expect(uploads.claim(id, { person, commandId: 'c1' })).rejects.toEqual(
      refused('UPLOAD_UNKNOWN'),
    );
    await age(id, 25 * hour);
    await uploads.sweep(yesterday(), none);
    expect(onDisk().filter((entry) => entry.name.startsWith(id))).toEqual([]);
    expect(await rows()).toBe(0);
  });

  it('goes through any number, in bounded steps', async () => {
    await pool.query(`insert into files.uploads (id, person, size, touched_at)
      select lpad(n::text, 22, '0'), 'p', 1, now() - interval '2 days' from generate_series(1, 450) n`);
    expect(await uploads.sweep(yesterday(), none)).toEqual({ released: 0, discarded: 450 });
  });
});

describe('the folder', () => {
  it.each([
    '../escape-escape-escape',
    '..',
    'a/b',
    '/etc/passwd',
    'a'.repeat(23),
    'a\0'.repeat(11),
  ])('takes no %j for an id', async (id) => {
    await expect(store.write(id, stream())).rejects.toEqual(refused('FILE_UNKNOWN'));
    await expect(all(store.read(id))).rejects.toEqual(refused('FILE_UNKNOWN'));
    await expect(store.remove(id)).rejects.toEqual(refused('FILE_UNKNOWN'));
  });

  it('follows no link', async () => {
    const id = 'linklinklinklinklinkli';
    await store.write(id, stream(Buffer.of(1)));
    await store.remove(id);
    symlinkSync('/etc/hostname', join(root, 'li', id));
    await expect(all(store.read(id))).rejects.toThrow(/ELOOP/);
  });

  it('shows no file before it is whole', async () => {
    const id = 'partpartpartpartpartpa';
    let seen: string[] = [];
    async function* watched(): AsyncGenerator<Uint8Array> {
      yield Buffer.of(1);
      seen = readdirSync(join(root, 'pa'));
    }
    await store.write(id, watched());
    expect(seen).toEqual([`${id}.part`]);
    expect(readdirSync(join(root, 'pa'))).toEqual([id]);
  });
});
