import { constants, deflateSync, inflateSync } from 'node:zlib';
import { entryOf, nameOf, numberOf, type PdfDict } from '../check/pdf-values.ts';
import type { PdfSource } from './pdf-source.ts';
import { uncleanable } from './uncleanable.ts';

/** A filter of a stream, with what is said to it. */
export interface Filter {
  readonly name: string | undefined;
  readonly parameters: PdfDict | undefined;
}

export function filtersOf(source: PdfSource, dict: PdfDict): Filter[] {
  const list = (key: string) => {
    const value = source.resolve(entryOf(dict, key));
    return value === undefined ? [] : value.kind === 'array' ? value.items : [value];
  };
  const parameters = list('DecodeParms').map((item) => source.resolve(item));
  return list('Filter').map((item, i) => {
    const said = parameters[i];
    const name = nameOf(source.resolve(item));
    return { name, parameters: said?.kind === 'dict' ? said : undefined };
  });
}

export const saidTo = (source: PdfSource, { parameters }: Filter, key: string) =>
  parameters && numberOf(source.resolve(entryOf(parameters, key)));

/** ISO 32000-1, 7.4.2. */
export function hexadecimal(packed: Buffer, atMost: number): Buffer {
  const end = packed.indexOf('>');
  const digits = end === -1 ? packed : packed.subarray(0, end);
  if (digits.length > 3 * atMost) throw uncleanable('pdf stream too large');
  return Buffer.from(digits.toString('latin1').replace(/\s/g, ''), 'hex');
}

/** ISO 32000-1, 7.4.3. */
export function ascii85(packed: Buffer, atMost: number): Buffer {
  const out = Buffer.alloc(Math.min(packed.length * 4, atMost) + 4);
  let [size, count, word] = [0, 0, 0];
  for (const byte of packed) {
    if (byte === 0x7e) break;
    if (size > atMost) throw uncleanable('pdf stream too large');
    if (byte === 0x7a && count === 0) size = out.writeUInt32BE(0, size);
    if (byte < 0x21 || byte > 0x75) continue;
    word = word * 85 + (byte - 0x21);
    if ((count += 1) < 5) continue;
    size = out.writeUInt32BE(word % 2 ** 32, size);
    [count, word] = [0, 0];
  }
  if (count > 1) {
    for (let more = count; more < 5; more++) word = word * 85 + 84;
    out.writeUInt32BE(word % 2 ** 32, size);
    size += count - 1;
  }
  return out.subarray(0, size);
}

/** ISO 32000-1, 7.4.5. */
export function runLengths(packed: Buffer, atMost: number): Buffer {
  const end = () => at >= packed.length || packed[at] === 128;
  const step = () => (packed[at]! < 128 ? packed[at]! + 2 : 2);
  let [at, size] = [0, 0];
  for (; !end(); at += step()) size += packed[at]! < 128 ? packed[at]! + 1 : 257 - packed[at]!;
  if (size > atMost) throw uncleanable('pdf stream too large');
  const out = Buffer.alloc(size);
  let to = 0;
  for (at = 0; !end(); at += step()) {
    const length = packed[at]!;
    if (length < 128) packed.copy(out, to, at + 1, at + 2 + length);
    else out.fill(packed[at + 1] ?? 0, to, to + 257 - length);
    to += length < 128 ? length + 1 : 257 - length;
  }
  return out;
}

const [CLEAR, END] = [256, 257];
const FIRST = 258;
const MOST_CODES = 4096;

/**
 * ISO 32000-1, 7.4.4.2. What a code stands for lies in what is written already: all of the one before it
 * and one byte more.
 *
 * @param early 1: codes grow one code too soon, as most writers have it
 */
export function lzw(packed: Buffer, early: number, atMost: number): Buffer {
  let out = Buffer.allocUnsafe(Math.min(packed.length * 4 + 64, atMost));
  const [starts, lengths] = [new Uint32Array(MOST_CODES), new Uint32Array(MOST_CODES)];
  let [size, bits, held, width, next] = [0, 0, 0, 9, FIRST];
  let [before, beforeLength] = [0, 0];
  for (const byte of packed) {
    held = ((held << 8) | byte) & 0xff_ffff;
    bits += 8;
    if (bits < width) continue;
    const code = (held >> (bits -= width)) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [width, next, beforeLength] = [9, FIRST, 0];
      continue;
    }
    if (beforeLength > 0 && next < MOST_CODES) {
      starts[next] = before;
      lengths[next] = beforeLength + 1;
      next += 1;
    }
    if (code >= next) throw uncleanable('pdf stream');
    const length = code < CLEAR ? 1 : lengths[code]!;
    if (size + length > atMost) throw uncleanable('pdf stream too large');
    if (size + length > out.length)
      out = Buffer.concat([out], Math.min((size + length) * 2, atMost));
    // Byte by byte: the last one may be the first that is written here.
    const from = starts[code]!;
    for (let i = 0; i < length; i++) out[size + i] = code < CLEAR ? code : out[from + i]!;
    [before, beforeLength] = [size, length];
    size += length;
    const grown = next + early;
    width = grown >= 2_048 ? 12 : grown >= 1_024 ? 11 : grown >= 512 ? 10 : 9;
  }
  return out.subarray(0, size);
}

/**
 * The same packed data, without what comes behind its end or behind so many bytes of what it unpacks to.
 *
 * @returns that, and how much it unpacks to
 */
export function flateOnly(packed: Buffer, bytes: number, atMost: number) {
  try {
    const unpacked = inflateSync(packed, {
      maxOutputLength: Math.max(1, atMost),
      finishFlush: constants.Z_SYNC_FLUSH,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    const { buffer, engine } = unpacked;
    const isLonger = buffer.length > bytes;
    const data = isLonger
      ? deflateSync(buffer.subarray(0, bytes))
      : packed.subarray(0, engine.bytesWritten);
    return { data, unpacked: buffer.length };
  } catch {
    throw uncleanable('pdf stream');
  }
}
