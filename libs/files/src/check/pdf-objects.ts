import { broken } from './file-errors.ts';
import { objectStreamContent } from './pdf-object-streams.ts';
import { refuseTwofold } from './pdf-twofold.ts';
import { entryOf, numberOf, PdfReader, type PdfDict, type PdfValue } from './pdf-values.ts';

export interface PdfObject {
  /** Nothing where its number cannot be made out. */
  readonly number: number | undefined;
  readonly value: PdfValue;
  /** Where it stands in the file; of what is packed, where that stands. */
  readonly at: number;
  /** In the file: where the data of a stream begins. */
  readonly data?: number;
  /** Which one of an object stream it is; -1 where readers may come to another one there. */
  readonly index?: number;
}

const OBJ = Buffer.from('obj');
const NUMBERED = /(?:^|\D)(\d{1,10})\s+\d{1,5}\s*$/;
/** All that is read as values, in the file and unpacked; honest files of 20 MB have a tenth of it. */
const MAX_READ = 100 * 1024 * 1024;
const MAX_OBJECTS = 200_000;
const MAX_STREAMS = 20_000;
/** Between two objects of a stream; most writers put one space. */
const MAX_GAP = 64;
const BLANK = /^[\0\t\n\f\r ]*$/;
const MAX_UNPACKED = 64 * 1024 * 1024;

/**
 * Every object that a reader could come to, wherever the cross-reference table points: behind each
 * `obj`, also in strings, in data of streams, and behind offsets of object streams. In the order of
 * the file; of two with one number the later counts.
 */
export function* pdfObjects(
  bytes: Buffer,
  onUnpacked: (content: Buffer) => void = () => undefined,
): Generator<PdfObject> {
  const budget = { bytes: MAX_READ };
  const reader = new PdfReader(bytes, budget);
  let objects = 0;
  let streams = 0;
  let unpacked = 0;
  const counted = (object: PdfObject): PdfObject => {
    if ((objects += 1) > MAX_OBJECTS) throw broken('pdf of too many objects');
    return object;
  };
  for (let at = bytes.indexOf(OBJ); at !== -1; at = bytes.indexOf(OBJ, at + 3)) {
    const before = bytes.toString('latin1', Math.max(0, at - 40), at);
    if (before.endsWith('end')) continue;
    const value = reader.valueAt(at + 3);
    const data = value.kind === 'dict' ? reader.streamStart() : undefined;
    if (value.kind === 'dict' && data !== undefined) refuseTwofold(value);
    const number = NUMBERED.exec(before)?.[1];
    yield counted({
      number: number === undefined ? undefined : Number(number),
      ...{ value, at },
      ...(data !== undefined && { data }),
    });
    if (value.kind !== 'dict' || data === undefined || !isObjectStream(value)) continue;
    if ((streams += 1) > MAX_STREAMS) throw broken('pdf with too many object streams');
    const content = objectStreamContent(value, bytes.subarray(data), MAX_UNPACKED - unpacked);
    if (content.buffer !== bytes.buffer) {
      unpacked += content.length;
      onUnpacked(content);
    }
    for (const object of inObjectStream(value, content, budget)) yield counted({ ...object, at });
  }
}

/** Readers go by these two and do not insist on the type. */
const isObjectStream = (dict: PdfDict): boolean =>
  (entryOf(dict, 'N') !== undefined && entryOf(dict, 'First') !== undefined) ||
  dict.entries.some(([, value]) => value.kind === 'name' && value.name === 'ObjStm');

/** ISO 32000-1, 7.5.7: pairs of number and offset, then the objects. */
function* inObjectStream(
  dict: PdfDict,
  content: Buffer,
  budget: { bytes: number },
): Generator<Omit<PdfObject, 'at'>> {
  const first = numberOf(entryOf(dict, 'First'));
  if (first === undefined) throw broken('pdf object stream');
  const reader = new PdfReader(content, budget);
  const head = content.toString('latin1', 0, first);
  const pairs = (head.match(/\d{1,10}/g) ?? []).map(Number);
  const isPlain =
    !/[^\0\t\n\f\r \d]|\d{11}/.test(head) && pairs.length / 2 === numberOf(entryOf(dict, 'N'));
  let end = first;
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const start = first + pairs[i + 1]!;
    const value = reader.valueAt(start);
    // Some readers go by the places, some read one after the other, some not past the next place.
    const gap = start - end;
    const follows = gap >= 0 && gap < MAX_GAP && BLANK.test(content.toString('latin1', end, start));
    end = reader.at;
    const isWhole = i + 3 >= pairs.length || end <= first + pairs[i + 3]!;
    yield { number: pairs[i]!, value, index: isPlain && follows && isWhole ? i / 2 : -1 };
  }
}
