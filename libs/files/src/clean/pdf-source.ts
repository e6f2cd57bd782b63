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
const END_OF_FILE = Buffer.from('%%EOF');
const END = Buffer.from('endstream');

/**
 * The objects of a PDF by number, as readers resolve them; the last version of each. Versions are what
 * was appended behind the end of an earlier one.
 */
export class PdfSource {
  readonly #objects = new Map<number, PdfObject>();
  /** Numbers that stand twice in one version: readers differ in which they take. */
  readonly #twofold = new Set<number>();
  readonly #versions = new Map<number, number>();
  #version = 0;
  /** Where the version ends that is being read. */
  #end: number;
  #root: PdfValue | undefined;

  constructor(private readonly bytes: Buffer) {
    this.#end = bytes.indexOf(END_OF_FILE);
    for (const object of pdfObjects(bytes)) {
      if (object.number !== undefined) this.#add(object.number, object);
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

  *values(): Generator<PdfValue> {
    for (const { value } of this.#objects.values()) yield value;
  }

  object(number: number): PdfObject | undefined {
    if (this.#twofold.has(number)) throw uncleanable('pdf object of two versions');
    return this.#objects.get(number);
  }

  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return value?.kind === 'ref' ? this.object(value.number)?.value : value;
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

  #add(number: number, object: PdfObject): void {
    for (; this.#end !== -1 && this.#end < object.at; this.#version += 1)
      this.#end = this.bytes.indexOf(END_OF_FILE, this.#end + END_OF_FILE.length);
    if (this.#versions.get(number) === this.#version) this.#twofold.add(number);
    else this.#twofold.delete(number);
    this.#versions.set(number, this.#version);
    this.#objects.set(number, object);
  }
}
