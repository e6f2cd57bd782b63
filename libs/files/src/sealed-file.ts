import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { canonicalBytes, DomainError } from '@minh-bach/kernel';
import type { FileId } from './file-store.ts';

/** 256 random bits of one file, base64url; travels sealed inside the event that names the file. */
export type FileKey = string;

export const drawFileKey = (): FileKey => randomBytes(32).toString('base64url');

const MAGIC = Buffer.from('MBF1');
const HALF = 32;
const HEADER = MAGIC.length + HALF;
const CHUNK = 64 * 1024;
const TAG = 16;

/**
 * Sealed file, form 1: `MBF1` ‖ commitment (32) ‖ chunks of 64 KiB, each with its tag (16).
 *
 * HKDF-SHA-256 over the file's key, with an info of form and id, gives the AES-256-GCM key and the
 * commitment to it. Nonce of a chunk: 7 zero bytes, its number (4, big endian), and 1 for the last
 * chunk, else 0: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015), so
 * chunks cannot be moved, dropped, repeated or cut off. A key seals one file only, hence no salt.
 */
export async function* sealFile(
  key: FileKey,
  id: FileId,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const { dataKey, commitment } = derive(key, id);
  yield Buffer.concat([MAGIC, commitment]);
  for await (const { chunk, number, last } of inChunks(content, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', dataKey, nonceOf(number, last));
    const ciphertext = cipher.update(chunk);
    cipher.final();
    yield Buffer.concat([ciphertext, cipher.getAuthTag()]);
  }
}

/**
 * Each chunk is given out only once it is proved; that the end is missing shows at the end.
 *
 * @throws DomainError `SEAL_BROKEN` {id}
 */
export async function* openFile(
  key: FileKey,
  id: FileId,
  sealed: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const broken = () => new DomainError('SEAL_BROKEN', { id });
  const { dataKey, commitment } = derive(key, id);
  const expected = Buffer.concat([MAGIC, commitment]);
  const body = withoutHeader(sealed, (header) => {
    if (header.length !== HEADER || !timingSafeEqual(header, expected)) throw broken();
  });
  for await (const { chunk, number, last } of inChunks(body, CHUNK + TAG)) {
    if (chunk.length < TAG) throw broken();
    const decipher = createDecipheriv('aes-256-gcm', dataKey, nonceOf(number, last));
    decipher.setAuthTag(chunk.subarray(-TAG));
    const plaintext = decipher.update(chunk.subarray(0, -TAG));
    try {
      decipher.final();
    } catch {
      throw broken();
    }
    yield plaintext;
  }
}

function derive(key: FileKey, id: FileId) {
  const info = canonicalBytes(['minh-bach sealed file', 1, id]);
  const derived = Buffer.from(
    hkdfSync('sha256', Buffer.from(key, 'base64url'), '', info, 2 * HALF),
  );
  return { dataKey: derived.subarray(0, HALF), commitment: derived.subarray(HALF) };
}

function nonceOf(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 7);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}

/** Pieces of any size as chunks of one size; the last is shorter or as long, and always there. */
async function* inChunks(pieces: AsyncIterable<Uint8Array>, size: number) {
  let number = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    rest = Buffer.concat([rest, piece]);
    for (; rest.length > size; rest = rest.subarray(size))
      yield { chunk: rest.subarray(0, size), number: number++, last: false };
  }
  yield { chunk: rest, number, last: true };
}

async function* withoutHeader(
  pieces: AsyncIterable<Uint8Array>,
  check: (header: Buffer) => void,
): AsyncGenerator<Uint8Array> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of pieces) {
    if (!start) {
      yield piece;
      continue;
    }
    start = Buffer.concat([start, piece]);
    if (start.length < HEADER) continue;
    check(start.subarray(0, HEADER));
    yield start.subarray(HEADER);
    start = undefined;
  }
  if (start) check(start);
}
