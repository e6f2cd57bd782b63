import { inflate } from '../check/pdf-object-streams.ts';
import { entryOf, nameOf, numberOf, type PdfDict, type PdfValue } from '../check/pdf-values.ts';
import { onlyEntryOf } from './only-entry.ts';
import { uncleanable } from './uncleanable.ts';

interface Row {
  readonly number: number;
  readonly type: number;
  readonly second: number;
  readonly third: number;
}

const MAX_WIDTH = 6;

/**
 * The rows of a cross-reference stream (ISO 32000-1, 7.5.8.2 and 7.5.8.3).
 *
 * @param from the file from where the data of the stream begins
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export function* xrefStreamRows(dict: PdfDict, from: Buffer, atMost: number): Generator<Row> {
  if (nameOf(entryOf(dict, 'Type')) !== 'XRef') throw uncleanable('pdf cross-reference stream');
  const widths = numbersOf(entryOf(dict, 'W'));
  const size = numberOf(entryOf(dict, 'Size'));
  if (widths?.length !== 3 || !widths.every((width) => width <= MAX_WIDTH) || size === undefined)
    throw uncleanable('pdf cross-reference stream');
  const index = entryOf(dict, 'Index');
  const ranges = index ? numbersOf(index) : [0, size];
  if (!ranges || ranges.length % 2 !== 0) throw uncleanable('pdf cross-reference stream');
  const width = widths.reduce((sum, one) => sum + one, 0);
  const count = ranges.reduce((sum, one, i) => (i % 2 === 0 ? sum : sum + one), 0);
  if (width === 0 || count > atMost) throw uncleanable('pdf cross-reference too large');
  const data = rowsOf(dict, from, width, count);
  let at = 0;
  const next = (bytes: number, otherwise: number): number => {
    if (bytes === 0) return otherwise;
    return data.readUIntBE((at += bytes) - bytes, bytes);
  };
  for (let i = 0; i < ranges.length; i += 2)
    for (let k = 0; k < ranges[i + 1]!; k++) {
      const [type, second, third] = [next(widths[0]!, 1), next(widths[1]!, 0), next(widths[2]!, 0)];
      yield { number: ranges[i]! + k, type, second, third };
    }
}

/** In clear, and as many as there are to be. */
function rowsOf(dict: PdfDict, from: Buffer, width: number, count: number): Buffer {
  const length = numberOf(entryOf(dict, 'Length')) ?? 0;
  if (!/^\s{0,4}endstream/.test(from.toString('latin1', length, length + 14)))
    throw uncleanable('pdf cross-reference stream without end');
  const isPredicted = predicts(dict, width);
  const row = isPredicted ? width + 1 : width;
  const packed = from.subarray(0, length);
  // A row more: some writers end with one that is not said.
  const clear = only(entryOf(dict, 'Filter')) ? inflate(packed, row * (count + 1)) : packed;
  if (clear.length < row * count) throw uncleanable('pdf cross-reference stream cut off');
  return isPredicted ? unpredicted(clear.subarray(0, row * count), width) : clear;
}

/** Whether the rows are packed by the predictors of PNG (7.4.4.4). */
function predicts(dict: PdfDict, width: number): boolean {
  const filter = only(entryOf(dict, 'Filter'));
  const parameters = only(entryOf(dict, 'DecodeParms'));
  const said = (key: string, otherwise: number) => {
    const value = parameters?.kind === 'dict' ? onlyEntryOf(parameters, key) : undefined;
    return value ? numberOf(value) : otherwise;
  };
  const predictor = said('Predictor', 1) ?? 0;
  const isKnown =
    (filter ? nameOf(filter) === 'FlateDecode' : predictor === 1) &&
    (predictor === 1 || (predictor >= 10 && predictor <= 15 && said('Columns', 1) === width)) &&
    said('Colors', 1) === 1 &&
    said('BitsPerComponent', 8) === 8 &&
    // Some readers take these for the filter and its parameters, others do not.
    !(entryOf(dict, 'F') ?? entryOf(dict, 'DP'));
  if (!isKnown) throw uncleanable('pdf cross-reference stream in an unusual filter');
  return predictor !== 1;
}

/** The predictors of PNG, one byte a sample: each row says how it is to be read. */
function unpredicted(rows: Buffer, width: number): Buffer {
  const out = Buffer.alloc((rows.length / (width + 1)) * width);
  let above = Buffer.alloc(width);
  for (let from = 0, to = 0; from < rows.length; from += width + 1, to += width) {
    const row = out.subarray(to, to + width);
    const guess = GUESSES[rows[from]!];
    if (!guess) throw uncleanable('pdf cross-reference stream');
    for (let i = 0; i < width; i++)
      row[i] = rows[from + 1 + i]! + guess(row[i - 1] ?? 0, above[i]!, above[i - 1] ?? 0);
    above = row;
  }
  return out;
}

type Guess = (left: number, up: number, corner: number) => number;
const GUESSES: readonly Guess[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => Math.floor((left + up) / 2),
  (left, up, corner) => {
    const [a, b, c] = [left, up, corner].map((one) => Math.abs(left + up - corner - one));
    if (a! <= b! && a! <= c!) return left;
    return b! <= c! ? up : corner;
  },
];

/** The value, or the only one in a list. */
function only(value: PdfValue | undefined): PdfValue | undefined {
  if (value?.kind === 'word' && value.word === 'null') return undefined;
  if (value?.kind !== 'array') return value;
  if (value.items.length !== 1) throw uncleanable('pdf cross-reference stream');
  return only(value.items[0]);
}

function numbersOf(value: PdfValue | undefined): number[] | undefined {
  const numbers = value?.kind === 'array' ? value.items.map(numberOf) : undefined;
  return numbers?.every((number) => number !== undefined) ? (numbers as number[]) : undefined;
}
