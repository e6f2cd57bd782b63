import { deflateSync } from 'node:zlib';
import { inflate } from '../check/pdf-object-streams.ts';
import { entryOf, nameOf, numberOf } from '../check/pdf-values.ts';
import type { PdfDict, PdfRef, PdfValue } from '../check/pdf-values.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { faxOnly } from './pdf-fax.ts';
import { ascii85, filtersOf, flateOnly, hexadecimal, lzw } from './pdf-filters.ts';
import { runLengths, saidTo, type Filter } from './pdf-filters.ts';
import { jbig2Segments } from './pdf-jbig2.ts';
import { faxLength, isPicture, lengthOf } from './pdf-lengths.ts';
import { calculator, characterMap, glyphMap, MAX_PROGRAM } from './pdf-programs.ts';
import type { PdfSource } from './pdf-source.ts';
import { uncleanable } from './uncleanable.ts';

/** Of all together, unpacked: some dozens of coloured pages at 300 dots an inch. */
const MAX_STREAMS = 1024 * 1024 * 1024;
/** A4 in colours at 600 dots an inch takes 104 MB. */
const MAX_STREAM = 128 * 1024 * 1024;
/** Between two filters, somewhat more than a whole file that is taken in. */
const MAX_BETWEEN = 24 * 1024 * 1024;
/** More than any writer puts on one stream. */
const MAX_FILTERS = 3;
const WORTH_PACKING = 1_000;
/** What a filter is told, in numbers and words. */
const PARAMETERS = [
  ...['Predictor', 'Colors', 'BitsPerComponent', 'Columns', 'K', 'Rows', 'BlackIs1', 'EndOfLine'],
  ...['EncodedByteAlign', 'EndOfBlock', 'DamagedRowsBeforeError', 'ColorTransform'],
];
const PICTURES = ['DCTDecode', 'DCT', 'CCITTFaxDecode', 'JBIG2Decode'];
const CHARACTER_MAPS = ['ToUnicode', 'Encoding', 'UseCMap'];

/** Each holds no more than it is told. */
const DECODERS: Readonly<Record<string, (data: Buffer, atMost: number, early: number) => Buffer>> =
  {
    FlateDecode: inflate,
    LZWDecode: (data, atMost, early) => lzw(data, early, atMost),
    RunLengthDecode: runLengths,
    ASCIIHexDecode: hexadecimal,
    ASCII85Decode: ascii85,
  };

interface CleanStream {
  /** How it is packed. */
  readonly entries: PdfDict['entries'];
  readonly data: Buffer;
}

/**
 * Streams that are not drawn by operators: pictures, fonts, functions, maps of characters. Each is as
 * long as what it holds, and no byte behind it is kept. Into a font, the codes of a fax and the data of
 * a segment it is not looked.
 */
export class PdfStreams {
  #unpacked = 0;

  /** @param reference to an object of the source, in the copy */
  constructor(
    private readonly source: PdfSource,
    private readonly reference: (old: PdfRef, key: string) => PdfValue,
  ) {}

  /**
   * @param dict as it stands in the source
   * @param key that leads to it
   * @throws DomainError `FILE_UNCLEANABLE`
   */
  clean(dict: PdfDict, key: string, packed: Buffer): CleanStream {
    const filters = filtersOf(this.source, dict);
    const last = filters.at(-1);
    const before = filters.slice(0, -1);
    if (
      PICTURES.includes(last?.name ?? '') &&
      key !== 'JBIG2Globals' &&
      !isPicture(this.source, dict)
    )
      throw uncleanable('pdf stream that is no picture');
    switch (last?.name) {
      case 'DCTDecode':
      case 'DCT':
        if (before.length > 1 || before.some(({ name }) => name !== 'FlateDecode'))
          throw uncleanable('pdf photo in an unusual filter');
        return this.#packed(last, cleanJpeg(this.#decoded(before, packed, MAX_BETWEEN)));
      case 'CCITTFaxDecode': {
        const k = saidTo(this.source, last, 'K') ?? 0;
        return this.#packed(
          last,
          faxOnly(
            this.#decoded(before, packed, MAX_BETWEEN),
            k,
            faxLength(this.source, dict, last),
          ),
        );
      }
      case 'JBIG2Decode':
        return this.#packed(last, jbig2Segments(this.#decoded(before, packed, MAX_BETWEEN)));
      case undefined:
      default:
        return this.#plain(dict, key, filters, packed);
    }
  }

  #plain(dict: PdfDict, key: string, filters: readonly Filter[], packed: Buffer): CleanStream {
    const rewritten = this.#rewritingOf(dict, key);
    if (rewritten) return packedAnew(rewritten(this.#decoded(filters, packed, MAX_PROGRAM)));
    const last = filters.at(-1);
    const length = lengthOf(this.source, dict, key, last);
    if (last?.name !== 'FlateDecode' && last?.name !== 'LZWDecode')
      return packedAnew(this.#decoded(filters, packed, MAX_STREAM).subarray(0, length));
    const inner = this.#decoded(filters.slice(0, -1), packed, MAX_BETWEEN);
    if (last.name === 'LZWDecode') {
      const pixels = this.#decode(last, inner, MAX_STREAM).subarray(0, length);
      return this.#packed({ ...last, name: 'FlateDecode' }, deflateSync(pixels));
    }
    const { data, unpacked } = flateOnly(inner, length, MAX_STREAM);
    this.#count(unpacked);
    return this.#packed(last, data);
  }

  /** What filters without a predictor hold. @param atMost behind the last of them */
  #decoded(filters: readonly Filter[], packed: Buffer, atMost: number): Buffer {
    if (filters.length > MAX_FILTERS) throw uncleanable('pdf filters');
    return filters.reduce((data, filter, i) => {
      if ((saidTo(this.source, filter, 'Predictor') ?? 1) > 1) throw uncleanable('pdf filter');
      return this.#decode(filter, data, i < filters.length - 1 ? MAX_BETWEEN : atMost);
    }, packed);
  }

  #decode(filter: Filter, data: Buffer, atMost: number): Buffer {
    const decoder = DECODERS[filter.name ?? ''];
    if (!decoder) throw uncleanable('pdf filter');
    const clear = decoder(data, atMost, saidTo(this.source, filter, 'EarlyChange') ?? 1);
    this.#count(clear.length);
    return clear;
  }

  #count(bytes: number): void {
    if ((this.#unpacked += bytes) > MAX_STREAMS) throw uncleanable('pdf streams too large');
  }

  #rewritingOf(dict: PdfDict, key: string): ((data: Buffer) => Buffer) | undefined {
    const said = (name: string) => this.source.resolve(entryOf(dict, name));
    if (numberOf(said('FunctionType')) === 4) return calculator;
    if (key === 'JBIG2Globals') return jbig2Segments;
    if (key === 'CIDToGIDMap') return glyphMap;
    return CHARACTER_MAPS.includes(key) || nameOf(said('Type')) === 'CMap'
      ? characterMap
      : undefined;
  }

  #packed({ name, parameters }: Filter, data: Buffer): CleanStream {
    const told = (parameters?.entries ?? []).flatMap(([key, value]): PdfDict['entries'] => {
      if (key === 'JBIG2Globals' && value.kind === 'ref')
        return [[key, this.reference(value, key)]];
      const said = this.source.resolve(value);
      return PARAMETERS.includes(key) &&
        said?.kind === 'word' &&
        /^(?:[-+]?[\d.]{1,32}|true|false)$/.test(said.word)
        ? [[key, said]]
        : [];
    });
    const entries: [string, PdfValue][] = [['Filter', { kind: 'name', name: name! }]];
    if (told.length > 0) entries.push(['DecodeParms', { kind: 'dict', entries: told }]);
    return { entries, data };
  }
}

function packedAnew(data: Buffer): CleanStream {
  if (data.length < WORTH_PACKING) return { entries: [], data };
  return {
    entries: [['Filter', { kind: 'name', name: 'FlateDecode' }]],
    data: deflateSync(data),
  };
}
