import { isOfPicture } from './jpeg-tables.ts';
import { onlyOrientation, orientationOf } from './orientation.ts';
import { uncleanable } from './uncleanable.ts';

const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const SOS = 0xda;
/**
 * The picture of a JPEG, not packed anew: without EXIF, XMP, IPTC, profiles, comments, thumbnails,
 * and without what comes behind it. A photo keeps which way up it is.
 *
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function cleanJpeg(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 2).equals(SOI)) throw uncleanable('jpeg start');
  const kept: Buffer[] = [];
  let orientation: number | undefined;
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff || at + 2 > bytes.length) throw uncleanable('jpeg marker');
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) break;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else {
      if (at + 4 > bytes.length) throw uncleanable('jpeg segment');
      let end = at + 2 + bytes.readUInt16BE(at + 2);
      if (end > bytes.length) throw uncleanable('jpeg segment');
      const data = bytes.subarray(at + 4, end);
      if (marker === SOS) end = scanEnd(bytes, end);
      if (isOfPicture(marker, data)) kept.push(bytes.subarray(at, end));
      if (marker === APP0 && begins(data, 'JFIF\0')) kept.push(withoutThumbnail(data));
      // How the colours are meant; 12 bytes, and nothing of anybody's behind them.
      if (marker === APP14 && begins(data, 'Adobe') && data.length >= 12)
        kept.push(segment(APP14, data.subarray(0, 12)));
      if (marker === APP1 && begins(data, 'Exif\0'))
        orientation ??= orientationOf(data.subarray(6));
      at = end;
    }
  }
  const turned =
    orientation === undefined
      ? []
      : [segment(APP1, Buffer.concat([Buffer.from('Exif\0\0'), onlyOrientation(orientation)]))];
  return Buffer.concat([SOI, ...turned, ...kept, EOI]);
}

const begins = (data: Buffer, word: string): boolean =>
  data.toString('latin1', 0, word.length) === word;

/** Density, and no picture of 0 by 0. */
function withoutThumbnail(jfif: Buffer): Buffer {
  const data = Buffer.alloc(14);
  jfif.copy(data, 0, 0, 12);
  return segment(APP0, data);
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** The next marker after entropy-coded data, in which FF00 is a byte and FFD0–D7 are restarts. */
function scanEnd(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw uncleanable('jpeg without end');
}
