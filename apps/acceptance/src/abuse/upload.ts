import { crc32 } from 'node:zlib';
import type { Answered, Person } from '../person.ts';

/** A scan, as the desk's page sends it. */
export function send(
  desk: Person,
  content: Buffer,
  type: string,
  name = 'don.png',
): Promise<Answered<Record<string, unknown>>> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)], { type }), name);
  return desk.send('/intake/files', { body: form });
}

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The smallest picture, with a comment in it. */
export function picture(comment: string): Buffer {
  const png = Buffer.from(PIXEL, 'base64');
  const data = Buffer.concat([Buffer.from('tEXtComment\0'), Buffer.from(comment)]);
  const chunk = Buffer.alloc(data.length + 8);
  chunk.writeUInt32BE(data.length - 4);
  data.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(data), data.length + 4);
  // Behind the header.
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
