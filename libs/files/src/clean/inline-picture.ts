import { deflateSync, inflateSync } from 'node:zlib';
import { PdfReader, nameOf, numberOf, type PdfValue } from '../check/pdf-values.ts';
import { BITS } from './pdf-lengths.ts';
import { uncleanable } from './uncleanable.ts';

/** Short and long names of what describes a picture in a content stream (ISO 32000-1, table 93). */
const NAMES: Readonly<Record<string, string>> = {
  ...{ BitsPerComponent: 'BPC', ColorSpace: 'CS', Decode: 'D', DecodeParms: 'DP', Filter: 'F' },
  ...{ Height: 'H', ImageMask: 'IM', Interpolate: 'I', Width: 'W' },
};
const CHANNELS: Readonly<Record<string, number>> = {
  ...{ G: 1, DeviceGray: 1, RGB: 3, DeviceRGB: 3, CMYK: 4, DeviceCMYK: 4 },
};
const MAX_PICTURE = 16 * 1024 * 1024;
/** Not looked at; more than some writers leave. */
const MAX_BEHIND = 1024;
const FLATE = ['Fl', 'FlateDecode'];

/**
 * A picture that stands in a content stream, written anew: its size, its colours and its pixels, and
 * nothing behind them. Of pixels that are packed in a way whose end is not known, none is made.
 *
 * @param at behind `BI`
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function pictureEnd(bytes: Buffer, at: number): { end: number; picture: Buffer } {
  const said = new Map<string, PdfValue>();
  const reader = new PdfReader(bytes, { bytes: 100_000 });
  reader.at = at;
  let data: number | undefined;
  for (let entries = 0; data === undefined && entries < 40; entries++) {
    const key = reader.valueAt(reader.at);
    if (key.kind === 'word' && key.word === 'ID') data = reader.at + 1;
    else if (key.kind !== 'name') break;
    else said.set(NAMES[key.name] ?? key.name, reader.valueAt(reader.at));
  }
  if (data === undefined) throw uncleanable('pdf picture in a page');
  const pixels = pixelsAt(bytes, data, said);
  const behind = /^\s{0,4}EI(?![^\s/[(<])/.exec(
    bytes.toString('latin1', pixels.end, pixels.end + 8),
  );
  if (behind === null) throw uncleanable('pdf picture in a page');
  const described = ['W', 'H', 'BPC', 'IM', 'I', 'CS', 'D'].flatMap((key) => written(key, said));
  if (pixels.isPacked) described.push('/F /Fl');
  return {
    end: pixels.end + behind[0].length,
    picture: Buffer.concat([
      Buffer.from(`BI ${described.join(' ')} ID `),
      pixels.data,
      Buffer.from('\nEI '),
    ]),
  };
}

interface Pixels {
  readonly data: Buffer;
  readonly end: number;
  readonly isPacked: boolean;
}

function pixelsAt(bytes: Buffer, start: number, said: ReadonlyMap<string, PdfValue>): Pixels {
  const length = lengthOf(said);
  const filter = said.get('F');
  if (said.has('DP')) throw uncleanable('pdf picture in a page');
  if (filter === undefined) {
    const end = start + length;
    if (end > bytes.length) throw uncleanable('pdf picture in a page');
    return { data: bytes.subarray(start, end), end, isPacked: false };
  }
  const only = filter.kind === 'array' && filter.items.length === 1 ? filter.items[0] : filter;
  if (!FLATE.includes(nameOf(only) ?? '')) throw uncleanable('pdf picture in a page');
  try {
    const unpacked = inflateSync(bytes.subarray(start), {
      maxOutputLength: length + MAX_BEHIND,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    const data = deflateSync(unpacked.buffer.subarray(0, length));
    return { data, end: start + unpacked.engine.bytesWritten, isPacked: true };
  } catch {
    throw uncleanable('pdf picture in a page');
  }
}

/** Of its pixels in bytes: each row begins with a byte of its own (8.9.3). */
function lengthOf(said: ReadonlyMap<string, PdfValue>): number {
  const [width, height] = [numberOf(said.get('W')), numberOf(said.get('H'))];
  const colours = said.get('CS');
  const isMask = flagOf(said.get('IM'));
  const bits = isMask ? 1 : numberOf(said.get('BPC'));
  const channels = isMask ? 1 : CHANNELS[nameOf(colours) ?? ''];
  if (width === undefined || height === undefined || channels === undefined || !BITS.includes(bits))
    throw uncleanable('pdf picture in a page');
  const length = Math.ceil((width * channels * bits!) / 8) * height;
  if (length > MAX_PICTURE) throw uncleanable('pdf picture in a page');
  return length;
}

const flagOf = (value: PdfValue | undefined): boolean =>
  value?.kind === 'word' && value.word === 'true';

function written(key: string, said: ReadonlyMap<string, PdfValue>): string[] {
  const value = said.get(key);
  if (value === undefined) return [];
  if (value.kind === 'word' && /^(?:\d{1,10}|true|false)$/.test(value.word))
    return [`/${key} ${value.word}`];
  const name = nameOf(value);
  if (name !== undefined && name in CHANNELS) return [`/${key} /${name}`];
  const items = value.kind === 'array' ? value.items : [];
  const numbers = items.map((item) => (item.kind === 'word' ? item.word : 'x'));
  if (numbers.length === 0 || !numbers.every((number) => /^[+-]?[\d.]{1,32}$/.test(number)))
    throw uncleanable('pdf picture in a page');
  return [`/${key} [${numbers.join(' ')}]`];
}
