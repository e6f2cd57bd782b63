import { inflate } from '../check/pdf-object-streams.ts';
import { entryOf, nameOf, type PdfDict, type PdfValue } from '../check/pdf-values.ts';
import { ascii85, hexadecimal } from './pdf-filters.ts';
import type { PdfSource } from './pdf-source.ts';
import { uncleanable } from './uncleanable.ts';

const isNone = (value: PdfValue | undefined): boolean =>
  value === undefined ||
  (value.kind === 'word' && value.word === 'null') ||
  (value.kind === 'array' && value.items.every(isNone)) ||
  (value.kind === 'dict' && value.entries.length === 0);

/**
 * What a stream that draws says in clear.
 *
 * @throws DomainError `FILE_UNCLEANABLE` where it is packed in a way that is not looked into
 */
export function unpacked(source: PdfSource, dict: PdfDict, data: Buffer, atMost: number): Buffer {
  const filter = source.resolve(entryOf(dict, 'Filter'));
  const parameters = ['DecodeParms', 'DP'].map((key) => source.resolve(entryOf(dict, key)));
  if (!parameters.every(isNone)) throw uncleanable('pdf page in an unusual filter');
  const filters = filter?.kind === 'array' ? filter.items : filter === undefined ? [] : [filter];
  return filters.reduce<Buffer>((packed, one) => {
    switch (nameOf(source.resolve(one))) {
      case 'FlateDecode':
      case 'Fl':
        return inflate(packed, atMost);
      case 'ASCIIHexDecode':
      case 'AHx':
        return hexadecimal(packed, atMost);
      case 'ASCII85Decode':
      case 'A85':
        return ascii85(packed, atMost);
      case undefined:
      default:
        throw uncleanable('pdf page in an unusual filter');
    }
  }, data);
}
