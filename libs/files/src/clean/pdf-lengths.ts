import { entryOf, nameOf, numberOf, type PdfDict } from '../check/pdf-values.ts';
import { channelsOf } from './pdf-colours.ts';
import { saidTo, type Filter } from './pdf-filters.ts';
import type { PdfSource } from './pdf-source.ts';
import { uncleanable } from './uncleanable.ts';

const FONTS = ['FontFile', 'FontFile2', 'FontFile3'];
export const BITS: readonly (number | undefined)[] = [1, 2, 4, 8, 16];
/** Up to this many in a fax for each pixel, each row, and its end (ITU-T T.4, T.6). */
const [BITS_A_PIXEL, BITS_A_ROW, BYTES_OF_END] = [6, 32, 10];

const numberAt = (source: PdfSource, dict: PdfDict, key: string): number | undefined =>
  numberOf(source.resolve(entryOf(dict, key)));

export const isPicture = (source: PdfSource, dict: PdfDict): boolean =>
  nameOf(source.resolve(entryOf(dict, 'Subtype'))) === 'Image';

/**
 * How many bytes a stream unpacks to, behind its last filter and before the predictor of that is undone:
 * the pixels of a picture (ISO 32000-1, 8.9.3), the samples of a function (7.10.2). A font may be of any
 * length; what is none of these has no copy.
 *
 * @param key that leads to it
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function lengthOf(source: PdfSource, dict: PdfDict, key: string, last?: Filter): number {
  const predictor = (last && saidTo(source, last, 'Predictor')) ?? 1;
  if (isPicture(source, dict)) return pixelsLength(source, dict, predictor, last);
  if (predictor !== 1) throw uncleanable('pdf filter');
  if (numberAt(source, dict, 'FunctionType') === 0) return tableLength(source, dict);
  if (FONTS.includes(key)) return Infinity;
  throw uncleanable('pdf stream of a kind that is not known');
}

function pixelsLength(source: PdfSource, dict: PdfDict, predictor: number, last?: Filter): number {
  const mask = source.resolve(entryOf(dict, 'ImageMask'));
  const isMask = mask?.kind === 'word' && mask.word === 'true';
  const [width, height] = [numberAt(source, dict, 'Width'), numberAt(source, dict, 'Height')];
  const bits = isMask ? 1 : numberAt(source, dict, 'BitsPerComponent');
  const channels = isMask ? 1 : channelsOf(source, entryOf(dict, 'ColorSpace'));
  const row = Math.ceil((width! * channels! * bits!) / 8);
  if (Number.isNaN(row * height!) || !BITS.includes(bits))
    throw uncleanable('pdf picture without a size');
  if (predictor === 1) return row * height!;
  const told = (said: string, otherwise: number) => saidTo(source, last!, said) ?? otherwise;
  const isSame =
    told('Columns', 1) === width &&
    told('Colors', 1) === channels &&
    told('BitsPerComponent', 8) === bits;
  // Those of PNG put a byte before each row (7.4.4.4).
  const isPng = predictor >= 10 && predictor <= 15;
  if (!isSame || !(isPng || predictor === 2)) throw uncleanable('pdf predictor');
  return (isPng ? row + 1 : row) * height!;
}

function tableLength(source: PdfSource, dict: PdfDict): number {
  const numbers = (key: string) => {
    const list = source.resolve(entryOf(dict, key));
    const items = list?.kind === 'array' ? list.items : [];
    return items.map((item) => numberOf(source.resolve(item)));
  };
  const samples = numbers('Size').reduce<number>((product, size) => product * (size ?? NaN), 1);
  const bits = numberAt(source, dict, 'BitsPerSample');
  const length = Math.ceil((samples * (numbers('Range').length / 2) * bits!) / 8);
  if (Number.isNaN(length) || ![...BITS, 12, 24, 32].includes(bits))
    throw uncleanable('pdf function without a size');
  return length;
}

/** The most that the codes of a fax can take, where it is as wide as its picture. */
export function faxLength(source: PdfSource, dict: PdfDict, fax: Filter): number {
  const [width, height] = [numberAt(source, dict, 'Width'), numberAt(source, dict, 'Height')];
  if (
    width === undefined ||
    height === undefined ||
    (saidTo(source, fax, 'Columns') ?? 1728) !== width
  )
    throw uncleanable('pdf fax');
  return Math.ceil((height * (BITS_A_PIXEL * width + BITS_A_ROW)) / 8) + BYTES_OF_END;
}
