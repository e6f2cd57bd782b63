import { constants, inflateSync } from 'node:zlib';
import { active, broken } from './file-errors.ts';
import { unescaped } from './pdf-names.ts';

const MAX_STREAMS = 20_000;
const MAX_UNPACKED = 64 * 1024 * 1024;
/** Packed bytes to look at: with 512, the first words are out whatever the code tables weigh. */
const PEEKS = [64, 192, 512];
/** An object stream begins with pairs of object number and offset. */
const PAIRS = /^\s*\d+\s+\d+\s/;

/**
 * What is in the object streams (ISO 32000-1, 7.5.7): objects can hide there, compressed. Found by
 * their look as well as by their type, which readers do not insist on.
 */
export function* objectStreams(bytes: Buffer): Generator<Buffer> {
  let streams = 0;
  let unpacked = 0;
  for (const { dictionary, at } of eachStream(bytes)) {
    if ((streams += 1) > MAX_STREAMS) throw broken('pdf with too many streams');
    const named = dictionary.includes('/ObjStm');
    if (named && !dictionary.includes('/Filter')) continue; // lies in clear, is seen anyway
    const packed = bytes.subarray(at);
    if (!isZlib(packed) || (named && dictionary.includes('/Predictor'))) {
      if (named) throw active('ObjStm in an unusual filter');
      continue;
    }
    if (!named) {
      const head = peek(packed);
      unpacked += head.length;
      if (unpacked > MAX_UNPACKED) throw broken('pdf that unpacks to too much');
      if (!PAIRS.test(head.toString('latin1', 0, 64))) continue;
    }
    const content = inflate(packed, MAX_UNPACKED - unpacked);
    unpacked += content.length;
    yield content;
  }
}

function* eachStream(bytes: Buffer) {
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    let start = at + 6;
    if (bytes[start] === 0x0d) start += 1;
    if (bytes[start] === 0x0a) start += 1;
    if (start === at + 6 || bytes.toString('latin1', at - 3, at) === 'end') continue;
    const before = bytes.toString('latin1', Math.max(0, at - 1_024), at);
    yield { dictionary: unescaped(before.slice(before.lastIndexOf(' obj') + 1)), at: start };
  }
}

/** RFC 1950, 2.2. */
const isZlib = (bytes: Buffer): boolean =>
  bytes.length > 2 && (bytes[0]! & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;

function peek(packed: Buffer): Buffer {
  for (const length of PEEKS) {
    const head = packed.subarray(0, length);
    try {
      const out = inflateSync(head, { finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 4_096 });
      if (out.length >= 16 || head.length < length) return out;
    } catch {
      break; // not what its first bytes said
    }
  }
  return Buffer.alloc(0);
}

/** To the end the compressed data itself knows, whatever the PDF says of its length. */
function inflate(packed: Buffer, maxOutputLength: number): Buffer {
  try {
    return inflateSync(packed, {
      maxOutputLength: Math.max(1, maxOutputLength),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch {
    throw broken('pdf object stream');
  }
}
