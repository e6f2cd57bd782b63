import { entryOf, nameOf, numberOf, type PdfDict } from '../check/pdf-values.ts';
import { channelsOf } from './pdf-colours.ts';
import { saidTo, type Filter } from './pdf-filters.ts';
import type { PdfSource } from './pdf-source.ts';
import { uncleanable } from './uncleanable.ts';

const numberAt = (source: PdfSource, dict: PdfDict, key: string): number | undefined =>
  numberOf(source.resolve(entryOf(dict, key)));

/**
 * How many bytes a picture's pixels (ISO 32000-1, 8.9.3) or a function's samples (7.10.2) take; Infinity
 * for other streams.
 *
 * @throws DomainError `FILE_UNCLEANABLE` for a picture without a size
 */
export function samplesLength(source: PdfSource, dict: PdfDict): number {
  if (nameOf(source.resolve(entryOf(dict, 'Subtype'))) === 'Image')
    return pixelsLength(source, dict);
  return numberAt(source, dict, 'FunctionType') === 0 ? tableLength(source, dict) : Infinity;
}

function pixelsLength(source: PdfSource, dict: PdfDict): number {
  const mask = source.resolve(entryOf(dict, 'ImageMask'));
  const isMask = mask?.kind === 'word' && mask.word === 'true';
  const [width, height] = [numberAt(source, dict, 'Width'), numberAt(source, dict, 'Height')];
  const bits = isMask ? 1 : numberAt(source, dict, 'BitsPerComponent');
  const channels = isMask ? 1 : channelsOf(source, entryOf(dict, 'ColorSpace'));
  const length = Math.ceil((width! * channels! * bits!) / 8) * height!;
  if (Number.isNaN(length)) throw uncleanable('pdf picture without a size');
  return length;
}

function tableLength(source: PdfSource, dict: PdfDict): number {
  const numbers = (key: string) => {
    const list = source.resolve(entryOf(dict, key));
    const items = list?.kind === 'array' ? list.items : [];
    return items.map((item) => numberOf(source.resolve(item)) ?? NaN);
  };
  const samples = numbers('Size').reduce((product, size) => product * size, 1);
  const bits = numberAt(source, dict, 'BitsPerSample');
  const length = Math.ceil((samples * (numbers('Range').length / 2) * bits!) / 8);
  if (Number.isNaN(length)) throw uncleanable('pdf function without a size');
  return length;
}

/** How long that is before its predictor is undone (7.4.4.4): some have a byte of their own each row. */
export function predictedLength(source: PdfSource, filter: Filter, length: number): number {
  if ((saidTo(source, filter, 'Predictor') ?? 1) < 10) return length;
  const said = (key: string, otherwise: number) => saidTo(source, filter, key) ?? otherwise;
  const bits = said('Columns', 1) * said('Colors', 1) * said('BitsPerComponent', 8);
  const row = Math.max(1, Math.ceil(bits / 8));
  return Math.ceil(length / row) * (row + 1);
}
