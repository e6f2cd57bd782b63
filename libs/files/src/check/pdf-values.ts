import { broken } from './file-errors.ts';
import { unescaped } from './pdf-names.ts';

/** Objects of a PDF (ISO 32000-1, 7.3), as far as they matter for what acts and what is kept. */
export type PdfValue =
  | { readonly kind: 'name'; readonly name: string }
  /** As it stands in the file, with its brackets. */
  | { readonly kind: 'string'; readonly raw: Buffer }
  | { readonly kind: 'ref'; readonly number: number; readonly generation: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  /** In their order: a key may stand twice, and readers differ in which counts. */
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [string, PdfValue])[] }
  /** A number, `true`, `false`, `null`, or what is none of these. */
  | { readonly kind: 'word'; readonly word: string };

export type PdfDict = Extract<PdfValue, { kind: 'dict' }>;
export type PdfRef = Extract<PdfValue, { kind: 'ref' }>;

const MAX_DEPTH = 60;
const MAX_WORD = 256;

const space = new Uint8Array(256);
for (const byte of Buffer.from('\0\t\n\f\r ')) space[byte] = 1;
const regular = new Uint8Array(256).fill(1);
for (const byte of Buffer.from('\0\t\n\f\r ()<>[]{}/%')) regular[byte] = 0;

const is = (character: string): number => character.charCodeAt(0);
const [OPEN, CLOSE, LESS, MORE] = [is('('), is(')'), is('<'), is('>')];
const [FROM, TO, SLASH, PERCENT, BACKSLASH] = [is('['), is(']'), is('/'), is('%'), is('\\')];

/** Ends what stands open: no object goes on behind it. */
const ENDS = ['endobj', 'obj', 'stream', 'endstream', 'xref', 'trailer', 'startxref'];

/** Reads values where they are said to stand; lenient, as readers are. */
export class PdfReader {
  at = 0;
  /** @param budget bytes that may still be read, in all readers of a document together */
  constructor(
    readonly bytes: Buffer,
    private readonly budget: { bytes: number },
  ) {}

  /** @throws DomainError `FILE_BROKEN` when it is nested too deep, or the budget is used up */
  valueAt(start: number): PdfValue {
    this.at = start;
    const value = this.#value(0) ?? { kind: 'word', word: '' };
    if ((this.budget.bytes -= this.at - start + 1) < 0) throw broken('pdf read over and over');
    return value;
  }

  /** Where the data of a stream begins, when its keyword comes next. */
  streamStart(): number | undefined {
    this.#skipSpace();
    if (this.bytes.toString('latin1', this.at, this.at + 6) !== 'stream') return undefined;
    let start = this.at + 6;
    if (this.bytes[start] === 0x0d) start += 1;
    if (this.bytes[start] === 0x0a) start += 1;
    return start;
  }

  /** Nothing where a bracket closes or an object ends. */
  #value(depth: number): PdfValue | undefined {
    if (depth > MAX_DEPTH) throw broken('pdf nested too deep');
    this.#skipSpace();
    const { bytes } = this;
    const byte = bytes[this.at];
    if (byte === undefined) return undefined;
    if (byte === SLASH) return { kind: 'name', name: this.#name() };
    if (byte === OPEN) return this.#string(this.#endOfText());
    if (byte === FROM) return this.#array(depth);
    if (byte === LESS && bytes[this.at + 1] === LESS) return this.#dict(depth);
    if (byte === LESS) {
      const end = bytes.indexOf(MORE, this.at);
      return this.#string(end === -1 ? bytes.length : end + 1);
    }
    if (regular[byte] === 0) return undefined;
    return this.#wordOrReference();
  }

  #skipSpace(): void {
    const { bytes } = this;
    for (; this.at < bytes.length; this.at++) {
      const byte = bytes[this.at]!;
      if (byte === PERCENT) {
        while (this.at < bytes.length && bytes[this.at] !== 0x0a && bytes[this.at] !== 0x0d)
          this.at += 1;
      } else if (space[byte] === 0) return;
    }
  }

  #run(): string {
    const start = this.at;
    while (this.at < this.bytes.length && regular[this.bytes[this.at]!] === 1) this.at += 1;
    return this.bytes.toString('latin1', start, Math.min(this.at, start + MAX_WORD));
  }

  #name(): string {
    this.at += 1;
    return unescaped(this.#run());
  }

  #string(end: number): PdfValue {
    const raw = this.bytes.subarray(this.at, end);
    this.at = end;
    return { kind: 'string', raw };
  }

  #endOfText(): number {
    let open = 0;
    for (let at = this.at; at < this.bytes.length; at++) {
      const byte = this.bytes[at];
      if (byte === BACKSLASH) at += 1;
      else if (byte === OPEN) open += 1;
      else if (byte === CLOSE && (open -= 1) === 0) return at + 1;
    }
    return this.bytes.length;
  }

  #array(depth: number): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      const item = this.#value(depth + 1);
      if (item) items.push(item);
      else if (!this.#passes(TO, 1)) return { kind: 'array', items };
      else if (this.bytes[this.at - 1] === TO) return { kind: 'array', items };
    }
  }

  #dict(depth: number): PdfDict {
    this.at += 2;
    const entries: [string, PdfValue][] = [];
    for (;;) {
      const key = this.#value(depth + 1);
      if (!key) {
        if (!this.#passes(MORE, 2) || this.bytes[this.at - 1] === MORE)
          return { kind: 'dict', entries };
      } else if (key.kind === 'name') {
        // Also a key of no value, so that it is not taken for one that is not there.
        const value = this.#value(depth + 1) ?? { kind: 'word', word: '' };
        entries.push([key.name, value]);
      }
    }
  }

  /** Over a closing bracket or a stray one; not over the end of the object. */
  #passes(close: number, length: number): boolean {
    const byte = this.bytes[this.at];
    if (byte === undefined || regular[byte] === 1) return false;
    this.at += byte === close ? length : 1;
    return true;
  }

  #wordOrReference(): PdfValue | undefined {
    const start = this.at;
    const word = this.#run();
    if (ENDS.includes(word)) {
      this.at = start;
      return undefined;
    }
    if (!/^\d{1,10}$/.test(word)) return { kind: 'word', word };
    const end = this.at;
    this.#skipSpace();
    const second = this.#run();
    if (/^\d{1,5}$/.test(second)) {
      this.#skipSpace();
      const third = this.at;
      if (this.#run() === 'R')
        return { kind: 'ref', number: Number(word), generation: Number(second) };
      this.at = third;
    }
    this.at = end;
    return { kind: 'word', word };
  }
}

export const entryOf = (dict: PdfDict, key: string): PdfValue | undefined =>
  dict.entries.find(([name]) => name === key)?.[1];

export const nameOf = (value: PdfValue | undefined): string | undefined =>
  value?.kind === 'name' ? value.name : undefined;

export const numberOf = (value: PdfValue | undefined): number | undefined =>
  value?.kind === 'word' && /^\d{1,10}$/.test(value.word) ? Number(value.word) : undefined;
