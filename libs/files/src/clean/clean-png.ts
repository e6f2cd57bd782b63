import { crc32 } from 'node:zlib';
import { onlyOrientation, orientationOf } from './orientation.ts';
import { uncleanable } from './uncleanable.ts';

const SIGNATURE = 8;
/** Pixels, and how they are to be shown. No text, time, EXIF, profile or chunk of somebody's own. */
const KEPT = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'pHYs', 'IDAT', 'IEND'];

/**
 * The picture of a PNG, not packed anew.
 *
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function cleanPng(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE; at < bytes.length;) {
    if (at + 12 > bytes.length) throw uncleanable('png chunk');
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw uncleanable('png chunk');
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (KEPT.includes(type)) kept.push(bytes.subarray(at, end));
    else if (type === 'acTL') throw uncleanable('png of several pictures');
    else if (type === 'eXIf') kept.push(...turned(bytes.subarray(at + 8, end - 4)));
    at = end;
  }
  return Buffer.concat(kept);
}

function turned(exif: Buffer): Buffer[] {
  const orientation = orientationOf(exif);
  if (orientation === undefined) return [];
  const body = Buffer.concat([Buffer.from('eXIf'), onlyOrientation(orientation)]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length - 4, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return [Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])];
}
