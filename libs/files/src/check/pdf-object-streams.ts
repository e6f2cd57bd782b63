import { constants, inflateSync } from 'node:zlib';
import { active, broken } from './file-errors.ts';
import { entryOf, type PdfDict, type PdfValue } from './pdf-values.ts';

/**
 * What is in an object stream (ISO 32000-1, 7.5.7): objects can hide there, compressed. To the end
 * that the compressed data itself knows, whatever the PDF says of its length.
 *
 * @throws DomainError `FILE_ACTIVE_CONTENT` for what cannot be looked into, `FILE_BROKEN`
 */
export function objectStreamContent(dict: PdfDict, data: Buffer, atMost: number): Buffer {
  const filter = filterOf(entryOf(dict, 'Filter'));
  if (filter === null) return data;
  const parameters = entryOf(dict, 'DecodeParms') ?? entryOf(dict, 'DP');
  if (!['FlateDecode', 'Fl'].includes(filter) || !isPlain(parameters))
    throw active('ObjStm in an unusual filter');
  return inflate(data, atMost);
}

/** Its only filter, `null` where there is none. */
function filterOf(value: PdfValue | undefined): string | null {
  if (value === undefined) return null;
  if (value.kind === 'name') return value.name;
  if (value.kind === 'word' && value.word === 'null') return null;
  if (value.kind !== 'array') return 'unknown';
  const [first, ...others] = value.items;
  if (first === undefined) return null;
  return others.length === 0 && first.kind === 'name' ? first.name : 'unknown';
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
