import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sealed } from '@minh-bach/kernel';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { fieldsAt, sealData } from '@minh-bach/vault';
import { z } from 'zod';
import { readAttachment } from './attachment.ts';
import { jpeg, pages, pdf, png, pngText } from './check/corpus.fixture.ts';
import { MARK, plantedPdf } from './clean/planted.fixture.ts';
import { all, openDoor, person, service, refused, stream } from './door.fixture.ts';
import { MAX_FILE_BYTES, uploadKey } from './uploads.ts';

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

const put = (bytes: Buffer, who = person, through = door.uploads) =>
  through.put(stream(bytes), { person: who, service });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a file at the door', () => {
  it('is told by what it is, and by the hash of what lies on the disk', async () => {
    const upload = await door.uploads.put(stream(pdf()), {
      person,
      service,
      declaredType: 'application/pdf',
    });
    expect(upload).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/) as unknown,
      type: 'application/pdf',
      size: pdf().length,
      pages: 2,
      sha256: sha256(readFileSync(join(door.root, upload.id.slice(0, 2), upload.id))),
    });
    expect(upload.sha256).not.toBe(sha256(pdf()));
  });

  it('lies sealed, for its owner only, under nothing but its id', async () => {
    const secret = png(2, 2, { extra: [pngText('Đặng Thị Mây 0912345678')] });
    const { id } = await put(secret);
    const [dump] = (await door.pool.query('select uploads::text as row from files.uploads'))
      .rows as {
      row: string;
    }[];
    const path = join(door.root, id.slice(0, 2), id);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path).includes('0912345678')).toBe(false);
    expect(dump!.row).not.toContain(sha256(secret));
  });

  it('opens to its bytes for the event that claims it', async () => {
    for (const bytes of [pdf(), png(), jpeg()]) {
      const { id } = await put(bytes);
      const attachment = await door.uploads.claim(id, { person, service, commandId: 'c1' });
      expect((await all(readAttachment(door.store, attachment))).equals(bytes)).toBe(true);
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
    const before = door.onDisk().length;
    await expect(put(filler(MAX_FILE_BYTES + 1))).rejects.toEqual(refused('FILE_TOO_LARGE'));
    expect(door.onDisk()).toHaveLength(before);
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
    await expect(door.uploads.put(endless(), { person, service })).rejects.toEqual(
      refused('FILE_TOO_LARGE'),
    );
    expect(read).toBe(MAX_FILE_BYTES + piece.length);
  });

  it.each<[string, Buffer, string]>([
    ['FILE_TYPE_NOT_ALLOWED', Buffer.from('<svg/>'), ''],
    ['FILE_TYPE_LIES', Buffer.from('<html>'), 'image/png'],
    ['FILE_BROKEN', png().subarray(0, 40), 'image/png'],
    ['FILE_ACTIVE_CONTENT', pdf(pages(1, '/OpenAction << /S /JavaScript >>')), 'application/pdf'],
  ])('%s leaves no row, no file and no key', async (code, bytes, declaredType) => {
    const before = door.onDisk().length;
    const keys = async () => (await door.pool.query('select id from vault.keys')).rows.length;
    const keysBefore = await keys();
    await expect(
      door.uploads.put(stream(bytes), { person, declaredType, service }),
    ).rejects.toEqual(refused(code));
    expect([await door.rows(), door.onDisk().length, await keys()]).toEqual([
      0,
      before,
      keysBefore,
    ]);
  });

  it('cut off on its way leaves nothing, and tells why', async () => {
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield pdf().subarray(0, 50);
      throw new Error('connection reset');
    }
    const before = door.onDisk().length;
    await expect(door.uploads.put(cut(), { person, service })).rejects.toThrow('connection reset');
    expect([await door.rows(), door.onDisk().length]).toEqual([0, before]);
  });
});

describe('the quota', () => {
  it('counts the files that wait, of each person alone', async () => {
    const small = door.another({ quota: { files: 2, bytes: 10 * MAX_FILE_BYTES } });
    await put(png(), person, small);
    const { id } = await put(png(), person, small);
    await expect(put(png(), person, small)).rejects.toMatchObject({
      code: 'UPLOAD_QUOTA',
      details: { files: 2, minutes: 255 },
    });
    await put(png(), 'p-2', small);
    await small.claim(id, { person, service, commandId: 'c1' });
    await put(png(), person, small);
  });

  it('counts bytes, a file on its way as the most it may weigh', async () => {
    const small = door.another({ quota: { files: 10, bytes: MAX_FILE_BYTES } });
    await put(jpeg(), person, small);
    await expect(put(png(), person, small)).rejects.toEqual(refused('UPLOAD_QUOTA'));
  });

  it('is not passed by many at once', async () => {
    const small = door.another({ quota: { files: 3, bytes: 20 * MAX_FILE_BYTES } });
    await Promise.allSettled(Array.from({ length: 12 }, () => put(png(), person, small)));
    expect(await door.rows()).toBeLessThanOrEqual(3);
  });
});

describe('T16: the working copy of a file', () => {
  it('is made from the original, which stays as it came', async () => {
    const { id } = await put(plantedPdf());
    const file = await door.uploads.claim(id, { person, service, commandId: 'c1' });
    const copy = Buffer.from(await door.uploads.workingCopy(file, { person }));
    expect(copy.includes(MARK)).toBe(false);
    expect(copy.toString('latin1')).toMatch(/\/_\d+ Do/);
    expect((await all(readAttachment(door.store, file))).equals(plantedPdf())).toBe(true);
  });

  it('is refused where it is not certain, so that nothing is given', async () => {
    const { id } = await put(pdf(['<< /Type /Catalog >>']));
    const file = await door.uploads.claim(id, { person, service, commandId: 'c1' });
    const copy = () => door.uploads.workingCopy(file, { person });
    await expect(copy()).rejects.toEqual(refused('FILE_UNCLEANABLE'));
  });
});

describe('dropping an upload', () => {
  const drop = (id: string, who = person) => door.uploads.drop(id, { person: who });

  it('leaves no row, no file, no key, and makes room for another', async () => {
    const small = door.another({ quota: { files: 1, bytes: 10 * MAX_FILE_BYTES } });
    const { id } = await put(png(), person, small);
    await expect(put(png(), person, small)).rejects.toEqual(refused('UPLOAD_QUOTA'));
    await drop(id);
    expect([await door.rows(), door.onDisk().includes(id)]).toEqual([0, false]);
    await expect(
      door.vault.seal([{ ...uploadKey(id), eventId: 'e', path: '', value: 1 }]),
    ).rejects.toEqual(refused('KEY_DESTROYED'));
    await put(png(), person, small);
  });

  it('is the same refusal for one that is another\u2019s, unknown, claimed or dropped', async () => {
    const [foreign, claimed, dropped] = [
      await put(png(), 'p-2'),
      await put(png()),
      await put(png()),
    ];
    await door.uploads.claim(claimed.id, { person, service, commandId: 'c1' });
    await drop(dropped.id);
    for (const id of [foreign.id, claimed.id, dropped.id, 'a'.repeat(22), '../x'])
      await expect(drop(id)).rejects.toMatchObject({ code: 'NOT_FOUND', details: {} });
    await door.uploads.claim(foreign.id, { person: 'p-2', service, commandId: 'c2' });
  });

  it.each(['drop', 'sweep'] as const)('never loses a file to a %s that is claimed', async (way) => {
    for (let round = 0; round < 20; round++) {
      const { id } = await put(png());
      const lose =
        way === 'drop'
          ? () => drop(id)
          : () => door.uploads.sweepUnclaimed(service, new Date(Date.now() + 60_000));
      const claim = () => door.uploads.claim(id, { person, service, commandId: 'c1' });
      const both = round % 2 === 0 ? [claim(), lose()] : [lose(), claim()].reverse();
      const [claimed] = await Promise.allSettled(both);
      if (claimed?.status === 'rejected') expect(claimed.reason).toEqual(refused('UPLOAD_UNKNOWN'));
      else
        expect((await all(readAttachment(door.store, claimed!.value as never))).equals(png())).toBe(
          true,
        );
    }
  });
});

describe('claiming', () => {
  it('is for who uploaded it', async () => {
    const { id } = await put(png());
    await expect(
      door.uploads.claim(id, { person: 'p-2', service, commandId: 'c1' }),
    ).rejects.toEqual(refused('UPLOAD_UNKNOWN'));
  });

  it('is for one command, as often as it asks', async () => {
    const { id } = await put(png());
    const first = await door.uploads.claim(id, { person, service, commandId: 'c1' });
    expect(await door.uploads.claim(id, { person, service, commandId: 'c1' })).toEqual(first);
    await expect(door.uploads.claim(id, { person, service, commandId: 'c2' })).rejects.toEqual(
      refused('UPLOAD_UNKNOWN'),
    );
  });

  it('is over once the event is there and the upload released', async () => {
    const { id } = await put(png());
    await door.uploads.claim(id, { person, service, commandId: 'c1' });
    await door.uploads.release([id]);
    await door.uploads.release([id]);
    await expect(door.uploads.claim(id, { person, service, commandId: 'c1' })).rejects.toEqual(
      refused('UPLOAD_UNKNOWN'),
    );
  });

  it.each(['../../etc/passwd', '', 'a'.repeat(22)])('knows no %j', async (id) => {
    await expect(door.uploads.claim(id, { person, service, commandId: 'c1' })).rejects.toEqual(
      refused('UPLOAD_UNKNOWN'),
    );
  });
});

describe('a file whose key travels sealed in its event', () => {
  const secret = sealed('identity', z.string());
  const schema = z.strictObject({ scan: z.looseObject({ key: secret, contentSha256: secret }) });
  const owner = 'D26-48301725-4';

  it('opens by the key of its matter, and by nothing once that is destroyed', async () => {
    const { id } = await put(pdf());
    const upload = (await door.pool.query('select secret from files.uploads where id = $1', [id]))
      .rows[0] as { secret: never };
    const scan = await door.uploads.claim(id, { person, service, commandId: 'c1' });
    const [data] = await sealData(door.vault, [{ schema, owner, eventId: 'e1', data: { scan } }]);
    await door.uploads.release([id]);
    expect(JSON.stringify(data)).not.toContain(scan.key);

    const key = fieldsAt({ owner, eventId: 'e1', data }, ['/scan/key']);
    const [opened] = await door.vault.open(key);
    if (opened?.state !== 'open') throw new Error('erased');
    const content = await all(readAttachment(door.store, { id, key: opened.value as string }));
    expect(content.equals(pdf())).toBe(true);

    await door.vault.destroy([{ owner, compartment: 'identity' }]);
    expect(await door.vault.open(key)).toEqual([{ state: 'erased' }]);
    // A row of the table of door.uploads, brought back from a backup, opens nothing either.
    const restored = { owner: uploadKey(id).owner, eventId: id, path: '/secret' };
    expect(await door.vault.open([{ ...restored, sealed: upload.secret }])).toEqual([
      { state: 'erased' },
    ]);
    expect(sha256(readFileSync(join(door.root, id.slice(0, 2), id)))).toBe(scan.sha256);
  });
});
