import { entryOf, nameOf, numberOf, type PdfValue } from '../check/pdf-values.ts';
import { hexadecimal } from './pdf-filters.ts';
import type { PdfSource } from './pdf-source.ts';
import { unpacked } from './pdf-unpacked.ts';
import { uncleanable } from './uncleanable.ts';

const CHANNELS: Readonly<Record<string, number>> = {
  ...{ DeviceGray: 1, CalGray: 1, Separation: 1, DeviceRGB: 3, CalRGB: 3, Lab: 3, DeviceCMYK: 4 },
};
/** 256 colours of as many channels as a space can have. */
const MAX_PALETTE = 256 * 32;

/** A colour profile tells of a device: colours are as the number of its channels says. */
export function deviceColours(source: PdfSource, profile: PdfValue | undefined): PdfValue {
  const channels = channelsOfProfile(source, profile);
  const name = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }[channels ?? 0];
  if (name === undefined) throw uncleanable('pdf colour profile');
  return { kind: 'name', name };
}

/**
 * The colours of `[/Indexed base last table]` as a string (ISO 32000-1, 8.6.6.3), wherever the table
 * lies, and nothing behind its last colour.
 */
export function paletteOf(source: PdfSource, space: readonly PdfValue[]): PdfValue {
  const [, base, last, table] = space;
  const value = source.resolve(table);
  const start = table?.kind === 'ref' ? source.object(table)?.data : undefined;
  const colours = numberOf(source.resolve(last));
  const channels = channelsOf(source, base);
  if (colours === undefined || channels === undefined || colours > 255)
    throw uncleanable('pdf palette');
  let clear: Buffer;
  if (value?.kind === 'string') clear = bytesOf(value.raw);
  else if (value?.kind === 'dict' && start !== undefined)
    clear = unpacked(source, value, source.data(value, start), MAX_PALETTE);
  else throw uncleanable('pdf palette');
  const kept = clear.subarray(0, (colours + 1) * channels);
  return { kind: 'string', raw: Buffer.from(`<${kept.toString('hex')}>`) };
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What a string holds (7.3.4). @param raw with its brackets */
function bytesOf(raw: Buffer): Buffer {
  const text = raw.toString('latin1').slice(1, -1);
  if (raw[0] === '<'.charCodeAt(0)) return hexadecimal(Buffer.from(text), MAX_PALETTE);
  const said = text.replace(
    /\\(\r\n|[0-7]{1,3}|[^])|\r\n|\r/g,
    (_, escaped: string | undefined) => {
      if (escaped === undefined) return '\n';
      if (/^[0-7]/.test(escaped)) return String.fromCharCode(parseInt(escaped, 8) % 256);
      return /^[\r\n]/.test(escaped) ? '' : (ESCAPED[escaped] ?? escaped);
    },
  );
  return Buffer.from(said, 'latin1');
}

/** How many numbers a colour of this space has; of a palette, its place alone. */
export function channelsOf(source: PdfSource, base: PdfValue | undefined): number | undefined {
  const space = source.resolve(base);
  if (space?.kind !== 'array') return CHANNELS[nameOf(space) ?? ''];
  const [family, second] = space.items.map((item) => source.resolve(item));
  if (nameOf(family) === 'ICCBased') return channelsOfProfile(source, second);
  if (nameOf(family) === 'Indexed') return 1;
  if (nameOf(family) === 'DeviceN')
    return second?.kind === 'array' ? second.items.length : undefined;
  return CHANNELS[nameOf(family) ?? ''];
}

function channelsOfProfile(source: PdfSource, profile: PdfValue | undefined): number | undefined {
  const dict = source.resolve(profile);
  return dict?.kind === 'dict' ? numberOf(source.resolve(entryOf(dict, 'N'))) : undefined;
}
