import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { onlyOrientation, orientationOf } from './orientation.ts';
import { uncleanable } from './uncleanable.ts';

const SIGNATURE = 8;
/** Unpacked; A4 in colours at 600 dots an inch takes 104 MB. */
const MAX_PIXELS = 128 * 1024 * 1024;
/** Of each colour type (W3C, 3rd edition, 11.2.1). */
const CHANNELS: readonly (number | undefined)[] = [1, undefined, 3, 1, 2, undefined, 4];
const LARGE = 16 * 1024 * 1024;
const DEPTHS = [1, 2, 4, 8, 16];
const PALETTE = 3;
/** The kinds of filters that begin a row: one byte. */
const FILTERS = 5;

interface Header {
  readonly colours: number;
  readonly depth: number;
  readonly palette: number;
}
/** How the pixels are shown, in how many bytes. No text, time, profile or chunk of somebody's own. */
const KEPT: Readonly<Record<string, (length: number, header: Header) => boolean>> = {
  PLTE: (length, { depth }) => length % 3 === 0 && length <= 3 * 2 ** depth,
  tRNS: (length, { colours, palette }) =>
    colours === PALETTE ? length <= palette : length === (colours === 0 ? 2 : 6),
  gAMA: (length) => length === 4,
  sRGB: (length) => length === 1,
  sBIT: (length, { colours }) => length === [1, 0, 3, 3, 2, 0, 4][colours],
  pHYs: (length) => length === 9,
};

/**
 * The picture of a PNG: as many pixels as it says, packed anew, and what says how to show them.
 *
 * @throws DomainError `FILE_UNCLEANABLE`, also for one in several passes
 */
export function cleanPng(bytes: Buffer): Buffer {
  const found = new Map<string, Buffer>();
  const packed: Buffer[] = [];
  for (const { type, data } of chunksOf(bytes)) {
    if (type === 'acTL') throw uncleanable('png of several pictures');
    if (type === 'IDAT') packed.push(data);
    else if (found.has(type) && type in KEPT) throw uncleanable('png chunk twice');
    else found.set(type, data);
  }
  const head = found.get('IHDR');
  if (head?.length !== 13 || head.readUIntBE(10, 3) !== 0) throw uncleanable('png header');
  const [depth, colours] = [head.readUInt8(8), head.readUInt8(9)];
  const header = { colours, depth, palette: (found.get('PLTE')?.length ?? 0) / 3 };
  const kept = [...found].filter(
    // Of other pictures a palette is a proposal, which hardly any reader takes.
    ([type]) => type in KEPT && (type !== 'PLTE' || colours === PALETTE),
  );
  if (!kept.every(([type, data]) => KEPT[type]!(data.length, header)))
    throw uncleanable('png chunk');
  const orientation = orientationOf(found.get('eXIf') ?? Buffer.alloc(0));
  return Buffer.concat([
    bytes.subarray(0, SIGNATURE),
    chunk('IHDR', head),
    ...kept.map(([type, data]) => chunk(type, data)),
    ...(orientation === undefined ? [] : [chunk('eXIf', onlyOrientation(orientation))]),
    chunk('IDAT', packedAnew(pixelsOf(head, header, Buffer.concat(packed)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A large one less tightly: its turn is short. */
const packedAnew = (pixels: Buffer): Buffer =>
  deflateSync(pixels, { level: pixels.length > LARGE ? 1 : 6 });

function pixelsOf(head: Buffer, { colours, depth }: Header, packed: Buffer): Buffer {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const row = 1 + Math.ceil((width * depth * (CHANNELS[colours] ?? NaN)) / 8);
  if (!DEPTHS.includes(depth) || !(row * height <= MAX_PIXELS)) throw uncleanable('png size');
  const pixels = inflateSync(packed, { maxOutputLength: row * height });
  if (pixels.length !== row * height) throw uncleanable('png pixels');
  for (let at = 0; at < pixels.length; at += row)
    if (pixels[at]! >= FILTERS) throw uncleanable('png filter');
  return pixels;
}

function* chunksOf(bytes: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = SIGNATURE; at < bytes.length;) {
    if (at + 12 > bytes.length) throw uncleanable('png chunk');
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) throw uncleanable('png chunk');
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end - 4) };
    at = end;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
