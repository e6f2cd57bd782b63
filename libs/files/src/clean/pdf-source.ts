import { inflateSync } from 'node:zlib';
import { pdfObjects, type PdfObject } from '../check/pdf-objects.ts';
import {
  entryOf,
  numberOf,
  type PdfDict,
  type PdfRef,
  type PdfValue,
} from '../check/pdf-values.ts';
import { PdfXref } from './pdf-xref.ts';
import { uncleanable } from './uncleanable.ts';

const MAX_OBJECT_STREAM = 64 * 1024 * 1024;

/**
 * The objects of a PDF by number. Readers go by the cross-reference, and look through the file where
 * they cannot. An object is taken where both lead to the same one; otherwise there is no copy.
 */
export class PdfSource {
  /** As they are found in the file: the last one of each number. */
  readonly #found = new Map<number, PdfObject>();
  readonly #xref: PdfXref;
  /** Where an object stream stands that all readers unpack alike; nothing while that is looked at. */
  readonly #streams = new Map<number, number | undefined>();

  constructor(private readonly bytes: Buffer) {
    this.#xref = new PdfXref(bytes);
    for (const object of pdfObjects(bytes)) {
      this.#xref.refuseOtherWay(object.value);
      if (object.number !== undefined) this.#found.set(object.number, object);
    }
  }

  get root(): PdfDict {
    const root = this.resolve(this.#xref.root);
    if (root?.kind !== 'dict') throw uncleanable('pdf without root');
    return root;
  }

  *values(): Generator<PdfValue> {
    for (const { value } of this.#found.values()) yield value;
  }

  /** Nothing where it is neither named nor found: to readers that is null. */
  object(ref: PdfRef): PdfObject | undefined {
    const found = this.#found.get(ref.number);
    const place = this.#xref.place(ref.number) ?? 'free';
    if (place === 'free' && !found) return undefined;
    const isNamed =
      place !== 'free' &&
      ('offset' in place
        ? found?.index === undefined &&
          this.#xref.headAt(place.offset, ref.number, ref.generation) === found?.at &&
          place.generation === ref.generation
        : found?.index === place.index &&
          this.#objectStream(place.stream) === found.at &&
          ref.generation === 0);
    if (!found || !isNamed) throw uncleanable('pdf object that readers find elsewhere');
    return found;
  }

  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return value?.kind === 'ref' ? this.object(value)?.value : value;
  }

  /** As it stands in the file, packed. Of a wrong length some readers go by it, others do not. */
  data(dict: PdfDict, start: number): Buffer {
    const end = start + (numberOf(this.resolve(entryOf(dict, 'Length'))) ?? NaN);
    if (!/^\s{0,3}endstream/.test(this.bytes.toString('latin1', end, end + 12)))
      throw uncleanable('pdf stream of another length');
    return this.bytes.subarray(start, end);
  }

  #objectStream(number: number): number | undefined {
    if (this.#streams.has(number)) return this.#streams.get(number);
    this.#streams.set(number, undefined);
    const stream = this.object({ kind: 'ref', number, generation: 0 });
    if (stream?.value.kind !== 'dict' || stream.data === undefined) return undefined;
    // Some readers go by its length, others to the end that the packed data itself knows.
    if (!entryOf(stream.value, 'Filter')) return undefined;
    const packed = this.data(stream.value, stream.data);
    inflateSync(packed, { maxOutputLength: MAX_OBJECT_STREAM });
    this.#streams.set(number, stream.at);
    return stream.at;
  }
}
