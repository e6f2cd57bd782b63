import { uncleanable } from './uncleanable.ts';

const DHT = 0xc4;
const DAC = 0xcc;
const SOS = 0xda;
const DQT = 0xdb;
const DNL = 0xdc;
const DRI = 0xdd;
/** Sequential, progressive, lossless; with Huffman codes, then arithmetic ones. */
const FRAMES = [0xc0, 0xc1, 0xc2, 0xc3, 0xc9, 0xca, 0xcb];
/** Kinds that no reader shows: hierarchical frames, and what is kept free for extensions. */
const OTHERS = [0xc5, 0xc6, 0xc7, 0xc8, 0xcd, 0xce, 0xcf, 0xde, 0xdf];

/**
 * Whether a segment is part of the picture (ITU-T T.81, B.2). Then it is as long as what it says it
 * holds, so that behind that there is no place for a text.
 *
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function isOfPicture(marker: number, data: Buffer): boolean {
  if (OTHERS.includes(marker)) throw uncleanable('jpeg of an unusual kind');
  const isWhole = FRAMES.includes(marker)
    ? data.length >= 6 && data.length === 6 + 3 * data[5]!
    : SEGMENTS.get(marker)?.(data);
  if (isWhole === false) throw uncleanable('jpeg table');
  return isWhole === true;
}

const SEGMENTS = new Map<number, (data: Buffer) => boolean>([
  [SOS, (data) => data.length >= 4 && data.length === 4 + 2 * data[0]!],
  [DNL, (data) => data.length === 2],
  [DRI, (data) => data.length === 2],
  [DQT, (data) => areTables(data, 1, (head) => 64 * ((head[0]! >> 4) + 1))],
  [DHT, (data) => areTables(data, 17, (head) => sum(head.subarray(1)))],
  [DAC, (data) => areTables(data, 2, () => 0)],
]);

/** One behind the other: a class of 0 or 1 and a place of 0 to 3 in the first byte of each. */
function areTables(data: Buffer, head: number, lengthOf: (head: Buffer) => number): boolean {
  let at = 0;
  while (at + head <= data.length) {
    if ((data[at]! & 0b1110_1100) !== 0) return false;
    at += head + lengthOf(data.subarray(at, at + head));
  }
  return at === data.length;
}

const sum = (bytes: Buffer): number => bytes.reduce((total, byte) => total + byte, 0);
