import { constants, inflateSync } from 'node:zlib';
import { active, broken } from './file-errors.ts';
import { entryOf, nameOf, type PdfDict, type PdfValue } from './pdf-values.ts';

/**
 * What is in an object stream (ISO 32000-1, 7.5.7): objects can hide there, compressed. To the end
 * that the compressed data itself knows, whatever the PDF says of its length.
 *
 * @throws DomainError `FILE_ACTIVE_CONTENT` for what cannot be looked into, `FILE_BROKEN`
 */
export function objectStreamContent(dict: PdfDict, data: Buffer, atMost: number): Buffer {
  const filter = entryOf(dict, 'Filter');
  const parameters = ['DecodeParms', 'DP'].map((key) => entryOf(dict, key));
  if (!parameters.every(isPlain)) throw active('ObjStm in an unusual filter');
  // Only where no filter is named at all: `null` and `[]` are written by nobody in good faith.
  if (filter === undefined) return data;
  if (!['FlateDecode', 'Fl'].includes(onlyName(filter) ?? ''))
    throw active('ObjStm in an unusual filter');
  return inflate(data, atMost);
}

/** A name, or the only one in a list. */
function onlyName(value: PdfValue): string | undefined {
  if (value.kind !== 'array') return nameOf(value);
  return value.items.length === 1 ? nameOf(value.items[0]) : undefined;
}

const isPlain = (parameters: PdfValue | undefined): boolean =>
  parameters === undefined ||
  (parameters.kind === 'word' && parameters.word === 'null') ||
  (parameters.kind === 'array' && parameters.items.every(isPlain)) ||
  (parameters.kind === 'dict' && parameters.entries.length === 0);

/** @throws DomainError `FILE_BROKEN` */
export function inflate(packed: Buffer, atMost: number): Buffer {
  try {
    return inflateSync(packed, {
      maxOutputLength: Math.max(1, atMost),
      finishFlush: constants.Z_SYNC_FLUSH,
    });
  } catch {
    throw broken('pdf object stream');
  }
}
