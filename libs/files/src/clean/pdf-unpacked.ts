import { inflate } from '../check/pdf-object-streams.ts';
import { entryOf, nameOf, type PdfDict, type PdfValue } from '../check/pdf-values.ts';
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
        return Buffer.from(packed.toString('latin1').split('>')[0]!.replace(/\s/g, ''), 'hex');
      case 'ASCII85Decode':
      case 'A85':
        return ascii85(packed);
      case undefined:
      default:
        throw uncleanable('pdf page in an unusual filter');
    }
  }, data);
}

/** ISO 32000-1, 7.4.3. */
function ascii85(packed: Buffer): Buffer {
  const out = Buffer.alloc(packed.length * 4 + 4);
  let [size, count, word] = [0, 0, 0];
  for (const byte of packed) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && count === 0) size = out.writeUInt32BE(0, size);
    if (byte < 0x21 || byte > 0x75) continue;
    word = word * 85 + (byte - 0x21);
    if ((count += 1) < 5) continue;
    size = out.writeUInt32BE(word % 2 ** 32, size);
    [count, word] = [0, 0];
  }
  if (count > 1) {
    for (let more = count; more < 5; more++) word = word * 85 + 84;
    out.writeUInt32BE(word % 2 ** 32, size);
    size += count - 1;
  }
  return out.subarray(0, size);
}
