import { pdfObjects, type PdfObject } from '../check/pdf-objects.ts';
import {
  entryOf,
  nameOf,
  numberOf,
  PdfReader,
  type PdfDict,
  type PdfValue,
} from '../check/pdf-values.ts';
import { uncleanable } from './uncleanable.ts';

const TRAILER = Buffer.from('trailer');
const END = Buffer.from('endstream');

/** The objects of a PDF by number, as readers resolve them; the last version of each. */
export class PdfSource {
  readonly #objects = new Map<number, PdfObject>();
  #root: PdfValue | undefined;

  constructor(private readonly bytes: Buffer) {
    for (const object of pdfObjects(bytes)) {
      if (object.number !== undefined) this.#objects.set(object.number, object);
      if (object.value.kind === 'dict' && nameOf(entryOf(object.value, 'Type')) === 'XRef')
        this.#root = entryOf(object.value, 'Root') ?? this.#root;
    }
    const reader = new PdfReader(bytes, { bytes: bytes.length });
    const at = bytes.lastIndexOf(TRAILER);
    const trailer = at === -1 ? undefined : reader.valueAt(at + TRAILER.length);
    if (trailer?.kind === 'dict') this.#root = entryOf(trailer, 'Root') ?? this.#root;
  }

  get root(): PdfDict {
    const root = this.resolve(this.#root);
    if (root?.kind !== 'dict') throw uncleanable('pdf without root');
    return root;
  }

  object(number: number): PdfObject | undefined {
    return this.#objects.get(number);
  }

  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return value?.kind === 'ref' ? this.#objects.get(value.number)?.value : value;
  }

  /** As it stands in the file, packed. */
  data(dict: PdfDict, start: number): Buffer {
    const length = numberOf(this.resolve(entryOf(dict, 'Length')));
    const said = length === undefined ? -1 : start + length;
    const ends = (at: number) => /^\s*endstream/.test(this.bytes.toString('latin1', at, at + 12));
    if (said >= start && said <= this.bytes.length && ends(said))
      return this.bytes.subarray(start, said);
    const found = this.bytes.indexOf(END, start);
    if (found === -1) throw uncleanable('pdf stream without end');
    return this.bytes.subarray(start, found);
  }
}
