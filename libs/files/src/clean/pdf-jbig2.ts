import { uncleanable } from './uncleanable.ts';

/** Dictionaries, regions, pages, ends of stripes, tables (ITU-T T.88, 7.3). */
const SHOWN = new Set([0, 4, 6, 7, 16, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48, 50, 53]);
/** Ends of pages and files, profiles, comments. */
const SILENT = new Set([49, 51, 52, 62]);

/**
 * The segments of a picture that show something (T.88, 7.2), and no byte behind them.
 *
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function jbig2Segments(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  try {
    for (let at = 0; at < bytes.length;) {
      const { type, end } = segmentAt(bytes, at);
      if (end > bytes.length || !(SHOWN.has(type) || SILENT.has(type))) throw uncleanable('jbig2');
      if (SHOWN.has(type)) kept.push(bytes.subarray(at, end));
      at = end;
    }
  } catch {
    throw uncleanable('jbig2');
  }
  return Buffer.concat(kept);
}

function segmentAt(bytes: Buffer, start: number): { type: number; end: number } {
  const number = bytes.readUInt32BE(start);
  const flags = bytes.readUInt8(start + 4);
  let at = start + 5;
  let referred = bytes.readUInt8(at) >> 5;
  if (referred === 7) {
    referred = bytes.readUInt32BE(at) & 0x1fff_ffff;
    at += 4 + Math.ceil((referred + 1) / 8);
  } else at += 1;
  at += referred * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4);
  at += (flags & 0x40) === 0 ? 1 : 4;
  // An unknown length, which one kind may have, is longer than any file.
  return { type: flags & 0x3f, end: at + 4 + bytes.readUInt32BE(at) };
}
