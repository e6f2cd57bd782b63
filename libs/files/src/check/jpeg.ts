import { checkDimensions } from './check-dimensions.ts';
import { broken, lies } from './file-errors.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** C0–CF are frames, save the tables DHT (C4), JPG (C8) and DAC (CC). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * JPEG (ITU-T T.81): every segment whole, a frame and a scan, from SOI to EOI. Phones append small
 * or bright versions of the same photo (CIPA DC-007) and zeros; anything else after the end is
 * refused.
 */
export function checkJpeg(bytes: Buffer): void {
  let end = imageEnd(bytes, 0);
  while (end < bytes.length) {
    if (bytes[end] === 0) end += 1;
    else if (bytes[end] === 0xff && bytes[end + 1] === SOI) end = imageEnd(bytes, end);
    else throw lies('data after the end of the image');
  }
}

/** Where the image that starts here ends. */
function imageEnd(bytes: Buffer, start: number): number {
  let hasFrame = false;
  let hasScan = false;
  for (let at = start + 2; ;) {
    if (at + 2 > bytes.length) throw broken('jpeg cut off');
    if (bytes[at] !== 0xff) throw broken('jpeg marker');
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1; // fill byte
    } else if (marker === EOI) {
      if (!hasFrame || !hasScan) throw broken('jpeg without picture');
      return at + 2;
    } else if (standsAlone(marker)) {
      at += 2;
    } else {
      if (at + 4 > bytes.length) throw broken('jpeg cut off');
      const next = at + 2 + bytes.readUInt16BE(at + 2);
      if (next < at + 4 || next > bytes.length) throw broken('jpeg segment');
      if (isFrame(marker)) {
        if (next < at + 9) throw broken('jpeg frame');
        checkDimensions(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
        hasFrame = true;
      }
      hasScan ||= marker === SOS;
      at = marker === SOS ? scanEnd(bytes, next) : next;
    }
  }
}

/** The next marker after entropy-coded data, in which FF00 is a byte and FFD0–D7 are restarts. */
function scanEnd(bytes: Buffer, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at;
  }
  throw broken('jpeg cut off');
}
