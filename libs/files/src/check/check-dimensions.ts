import { broken, tooLarge } from './file-errors.ts';

/** A3 at 600 dpi is 70 million pixels; unpacked, 100 million take 400 MB. */
const MAX_PIXELS = 100_000_000;
const MAX_SIDE = 30_000;

/** Against images that are small on the disk and fill the memory of whoever looks at them. */
export function checkDimensions(width: number, height: number): void {
  if (width === 0 || height === 0) throw broken('no dimensions');
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    throw tooLarge({ width, height, maxSide: MAX_SIDE, maxPixels: MAX_PIXELS });
}
