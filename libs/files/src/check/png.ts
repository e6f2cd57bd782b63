import { crc32 } from 'node:zlib';
import { checkDimensions } from './check-dimensions.ts';
import { broken, lies } from './file-errors.ts';

const SIGNATURE = 8;
/** Length and type before a chunk's data, CRC after it. */
const BEFORE = 8;
const AFTER = 4;

/** PNG (W3C, 3rd edition): every chunk whole and true to its CRC, IHDR to IEND, nothing after. */
export function checkPng(bytes: Buffer): void {
  let hasPixels = false;
  for (let at = SIGNATURE; ;) {
    if (at + BEFORE + AFTER > bytes.length) throw broken('png cut off');
    const length = bytes.readUInt32BE(at);
    const end = at + BEFORE + length;
    if (end + AFTER > bytes.length) throw broken('png cut off');
    const type = bytes.toString('latin1', at + 4, at + BEFORE);
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) throw broken('png crc');

    if (at === SIGNATURE) {
      if (type !== 'IHDR' || length !== 13) throw broken('png header');
      checkDimensions(bytes.readUInt32BE(at + BEFORE), bytes.readUInt32BE(at + BEFORE + 4));
    }
    if (type === 'IDAT') hasPixels = true;
    at = end + AFTER;
    if (type !== 'IEND') continue;
    if (!hasPixels) throw broken('png without pixels');
    if (at !== bytes.length) throw lies('data after the end of the image');
    return;
  }
}
