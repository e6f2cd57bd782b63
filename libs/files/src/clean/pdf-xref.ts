import { nameOf, numberOf, PdfReader, type PdfDict, type PdfValue } from '../check/pdf-values.ts';
import { onlyEntryOf } from './only-entry.ts';
import { xrefStreamRows } from './pdf-xref-stream.ts';
import { uncleanable } from './uncleanable.ts';

/** Where the cross-reference says that an object stands. */
export type PdfPlace =
  | 'free'
  | { readonly offset: number; readonly generation: number }
  | { readonly stream: number; readonly index: number };

/** Many times what honest files of 20 MB have. */
const MAX_SECTIONS = 1_000;
const MAX_ENTRIES = 500_000;

/** Few: an expression that could read on over all that is blank would do so for each object. */
const [SOME, GAP] = [String.raw`[\0\t\n\f\r ]{0,64}`, String.raw`[\0\t\n\f\r ]{1,64}`];
/** The last words of a file, with nothing between them. */
const START = new RegExp(`startxref${GAP}(\\d{1,10})${GAP}%%EOF[\\0\\t\\n\\f\\r ]{0,2048}$`);
const TABLE = new RegExp(`${SOME}xref(?=${GAP})`, 'y');
const RANGE = new RegExp(`${SOME}(\\d{1,10}) (\\d{1,10})${GAP}`, 'y');
/** Of twenty bytes: some readers count them. */
const ENTRY = /(\d{10}) (\d{5}) ([fn])(?: \r| \n|\r\n)/y;
const TRAILER = new RegExp(`${SOME}trailer`, 'y');
const HEAD = new RegExp(`${SOME}(?<!\\d)(\\d{1,10})${GAP}(\\d{1,5})${SOME}obj`, 'y');
const FIRST_END = new RegExp(`endobj${SOME}`);

/**
 * The cross-reference of a PDF (ISO 32000-1, 7.5.4 to 7.5.8): from the last `startxref` by tables and
 * streams to the earlier ones (`Prev`); the stream beside a table (`XRefStm`) comes before those. What
 * is named first counts. Read strictly: what one reader cannot go by, another reads in its own way.
 *
 * @throws DomainError `FILE_UNCLEANABLE`
 */
export class PdfXref {
  readonly #text: string;
  readonly #reader: PdfReader;
  readonly #places = new Map<number, PdfPlace>();
  readonly #start: number;
  readonly #trailer: PdfDict;
  readonly #size: number;
  readonly #behindFirst: number | undefined;
  #entries = 0;

  constructor(private readonly bytes: Buffer) {
    this.#text = bytes.toString('latin1');
    this.#reader = new PdfReader(bytes, { bytes: 3 * bytes.length });
    this.#start = Number(START.exec(this.#text.slice(-2_048))?.[1] ?? NaN);
    this.#trailer = this.#section(this.#start);
    this.#size = numberOf(onlyEntryOf(this.#trailer, 'Size')) ?? 0;
    const end = FIRST_END.exec(this.#text);
    this.#behindFirst = end ? end.index + end[0].length : undefined;
    this.#readEarlier();
    for (const { index } of this.#text.matchAll(/trailer/g)) {
      const trailer = this.#reader.valueAt(index + 'trailer'.length);
      if (trailer.kind === 'dict') this.#refuseOtherRoot(trailer);
    }
  }

  get root(): PdfValue | undefined {
    return onlyEntryOf(this.#trailer, 'Root');
  }

  /** Nothing where no section names it. */
  place(number: number): PdfPlace | undefined {
    return number < this.#size ? this.#places.get(number) : undefined;
  }

  /** Where `obj` stands of the object that begins at the offset; nothing where another one does. */
  headAt(offset: number, number: number, generation: number): number | undefined {
    const head = this.#match(HEAD, offset);
    if (Number(head?.[1]) !== number || Number(head?.[2]) !== generation) return undefined;
    return HEAD.lastIndex - 'obj'.length;
  }

  /**
   * Refuses other ways into the document. Readers that look through the file take the root of any
   * trailer. Where a file says it is linearized (annex F) some begin behind its first object.
   */
  refuseOtherWay(found: PdfValue): void {
    if (found.kind !== 'dict') return;
    if (found.entries.some(([, value]) => nameOf(value) === 'XRef')) this.#refuseOtherRoot(found);
    if (!onlyEntryOf(found, 'Linearized')) return;
    const length = numberOf(onlyEntryOf(found, 'L'));
    // Not since something was appended: then all begin at the end.
    if (length !== undefined && length !== this.bytes.length) return;
    if (this.#behindFirst !== this.#start) throw uncleanable('pdf of two beginnings');
  }

  #refuseOtherRoot(trailer: PdfDict): void {
    const [here, root] = [onlyEntryOf(trailer, 'Root'), this.root];
    const isSame = here?.kind === 'ref' && root?.kind === 'ref' && here.number === root.number;
    if (here && !isSame) throw uncleanable('pdf of two roots');
  }

  #readEarlier(): void {
    const seen = new Set([this.#start]);
    let at = placeIn(this.#trailer, 'Prev');
    while (at !== undefined && !seen.has(at)) {
      if (seen.add(at).size > MAX_SECTIONS) throw uncleanable('pdf of too many versions');
      at = placeIn(this.#section(at), 'Prev');
    }
  }

  /** @returns its trailer */
  #section(at: number): PdfDict {
    if (!this.#match(TABLE, at)) return this.#stream(at);
    const trailer = this.#table(TABLE.lastIndex);
    const beside = placeIn(trailer, 'XRefStm');
    if (beside !== undefined) this.#stream(beside);
    return trailer;
  }

  /** 7.5.4 */
  #table(start: number): PdfDict {
    let at = start;
    for (let range = this.#match(RANGE, at); range; range = this.#match(RANGE, at)) {
      at = RANGE.lastIndex;
      let first = Number(range[1]);
      for (let i = 0; i < Number(range[2]); i++) {
        const entry = this.#match(ENTRY, at);
        if (!entry) throw uncleanable('pdf cross-reference table');
        at = ENTRY.lastIndex;
        const [offset, generation] = [Number(entry[1]), Number(entry[2])];
        const isFree = entry[3] === 'f';
        // A common slip: the head of the free ones is counted as 1.
        if (i === 0 && first === 1 && isFree && generation === 65_535) first = 0;
        this.#name(first + i, isFree ? 'free' : { offset, generation });
      }
    }
    const trailer = this.#match(TRAILER, at) && this.#reader.valueAt(TRAILER.lastIndex);
    if (trailer?.kind !== 'dict') throw uncleanable('pdf cross-reference table');
    return trailer;
  }

  /** 7.5.8 */
  #stream(at: number): PdfDict {
    const dict = this.#match(HEAD, at) && this.#reader.valueAt(HEAD.lastIndex);
    const data = this.#reader.streamStart();
    if (dict?.kind !== 'dict' || data === undefined) throw uncleanable('pdf cross-reference');
    for (const row of xrefStreamRows(dict, this.bytes.subarray(data), MAX_ENTRIES)) {
      const { number, type, second, third } = row;
      if (type === 1) this.#name(number, { offset: second, generation: third });
      else if (type === 2) this.#name(number, { stream: second, index: third });
      else this.#name(number, 'free');
    }
    return dict;
  }

  #name(number: number, place: PdfPlace): void {
    if ((this.#entries += 1) > MAX_ENTRIES) throw uncleanable('pdf cross-reference too large');
    if (!this.#places.has(number)) this.#places.set(number, place);
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    if (Number.isNaN(at)) return null;
    pattern.lastIndex = at;
    return pattern.exec(this.#text);
  }
}

const placeIn = (trailer: PdfDict, key: string): number | undefined => {
  const place = onlyEntryOf(trailer, key);
  return place && (numberOf(place) ?? NaN);
};
