import { unescaped } from '../check/pdf-names.ts';
import { pictureEnd } from './inline-picture.ts';
import { KeptNames } from './kept-names.ts';
import { operandsTaken } from './pdf-operators.ts';
import { uncleanable } from './uncleanable.ts';

const code = (character: string): number => character.charCodeAt(0);
const [OPEN, CLOSE, LESS, MORE] = [code('('), code(')'), code('<'), code('>')];
const [FROM, TO, SLASH, PERCENT, BACKSLASH] = [code('['), code(']'), code('/'), code('%'), 0x5c];
const SPACES = Buffer.from('\0\t\n\f\r ');
const space = new Uint8Array(256);
for (const byte of SPACES) space[byte] = 1;
const regular = new Uint8Array(256).fill(1);
for (const byte of Buffer.from('\0\t\n\f\r ()<>[]{}/%')) regular[byte] = 0;

const numeric = new Uint8Array(256);
for (const byte of Buffer.from('0123456789.+-')) numeric[byte] = 1;
/** Readers know no longer ones, and none of signs alone. */
const MAX_NUMBER = 32;
/** More than any operator takes. */
const MAX_OPERANDS = 100;
const MAX_WORD = 64;
/** As far as names are read elsewhere. */
const MAX_NAME = 256;

/**
 * What draws in a content stream (ISO 32000-1, 7.8.2), and nothing else: no comments, no marked content
 * with its properties, no operands that no operator takes. The text that is shown stays.
 * In one pass, in memory of some three times its length.
 *
 * @throws DomainError `FILE_UNCLEANABLE` for an operator that is unknown or takes other operands, and
 *   for a picture in the stream whose end cannot be made out
 */
export function cleanContent(bytes: Buffer, names = new KeptNames()): Buffer {
  return new Content(bytes, names).clean();
}

class Content {
  #at = 0;
  #size = 0;
  readonly #out: Buffer;
  /** Where each operand that waits for its operator stands in what is written, and its kind. */
  #places: number[] = [];
  #kinds = '';
  /** How many parts are open in which a reader may not know all operators (7.8.2). */
  #lenient = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly names: KeptNames,
  ) {
    this.#out = Buffer.allocUnsafe(bytes.length * 3 + 64);
  }

  clean(): Buffer {
    for (this.#skip(); this.#at < this.bytes.length; this.#skip()) this.#token();
    this.#forget();
    return this.#out.subarray(0, this.#size);
  }

  #token(): void {
    const { bytes } = this;
    const byte = bytes[this.#at]!;
    if (byte === FROM) return this.#array();
    if (byte === LESS && bytes[this.#at + 1] === LESS) return this.#dict();
    if (byte === OPEN || byte === LESS) return this.#operand('s', () => this.#string());
    if (byte === SLASH) {
      const end = this.#wordEnd(this.#at + 1);
      return this.#operand('/', () => this.#name(end));
    }
    if (regular[byte] === 0) return void (this.#at += 1);
    const end = this.#wordEnd(this.#at);
    if (this.#isNumber(end)) return this.#operand('n', () => this.#copy(end));
    const word = bytes.toString('latin1', this.#at, Math.min(end, this.#at + MAX_WORD));
    if (word === 'true' || word === 'false' || word === 'null')
      return this.#operand('x', () => void (this.#at = end));
    this.#at = end;
    if (word === 'BI') return this.#picture();
    this.#operator(word);
  }

  #operator(word: string): void {
    if (word === 'BX') this.#lenient += 1;
    if (word === 'EX') this.#lenient = Math.max(0, this.#lenient - 1);
    const taken = operandsTaken(word, this.#kinds, this.#lenient > 0);
    if (taken === undefined) return this.#forget();
    const first = this.#places.length - taken;
    if (first > 0) {
      const [from, to] = [this.#places[first] ?? this.#size, this.#places[0]!];
      this.#out.copyWithin(to, from, this.#size);
      this.#size -= from - to;
    }
    this.#size += this.#out.write(`${word} `, this.#size, 'latin1');
    this.#settle();
  }

  #operand(kind: string, write: () => void): void {
    if (this.#places.length >= MAX_OPERANDS) this.#forget();
    this.#places.push(this.#size);
    this.#kinds += kind;
    write();
    if (kind !== 'x') this.#out[this.#size++] = 0x20;
  }

  /** Operands without an operator that takes them. */
  #forget(): void {
    this.#size = this.#places[0] ?? this.#size;
    this.#settle();
  }

  #settle(): void {
    this.#places = [];
    this.#kinds = '';
  }

  #array(): void {
    const start = this.#size;
    let [depth, kind] = [0, 'a'];
    this.#operand('a', () => {
      do {
        const byte = this.bytes[this.#at]!;
        const end = regular[byte] === 1 ? this.#wordEnd(this.#at) : this.#at + 1;
        if (byte === LESS && this.bytes[this.#at + 1] === LESS) throw uncleanable('pdf array');
        if (byte === FROM) depth += 1;
        if (byte === TO) depth -= 1;
        if (byte === FROM || byte === TO) this.#copy(end);
        else if (byte === OPEN || byte === LESS) {
          if (kind === 'a') kind = 't';
          this.#string();
        } else if (regular[byte] === 1 && this.#isNumber(end)) {
          this.#copy(end);
          this.#out[this.#size++] = 0x20;
        } else {
          kind = 'x';
          this.#at = end;
        }
        if (depth > 1) kind = 'x';
        this.#skip();
      } while (depth > 0 && this.#at < this.bytes.length);
      if (depth > 0) throw uncleanable('pdf array without end');
      if (kind === 'x') this.#size = start;
    });
    this.#kinds = this.#kinds.slice(0, -1) + kind;
  }

  /** A list of properties: only marked content takes one, and neither is kept. */
  #dict(): void {
    this.#operand('x', () => {
      const start = this.#size;
      let depth = 0;
      do {
        const byte = this.bytes[this.#at]!;
        const twice = this.bytes[this.#at + 1] === byte;
        if (byte === OPEN || (byte === LESS && !twice)) this.#string();
        else if (byte === LESS || (byte === MORE && twice)) {
          depth += byte === LESS ? 1 : -1;
          this.#at += 2;
        } else this.#at += 1;
        this.#size = start;
        this.#skip();
      } while (depth > 0 && this.#at < this.bytes.length);
      if (depth > 0) throw uncleanable('pdf properties without end');
    });
  }

  #picture(): void {
    this.#forget();
    const { end, picture } = pictureEnd(this.bytes, this.#at);
    if (picture.length > this.#out.length - this.#size - 2 * (this.bytes.length - end))
      throw uncleanable('pdf picture in a page');
    this.#size += picture.copy(this.#out, this.#size);
    this.#at = end;
  }

  #string(): void {
    if (this.bytes[this.#at] === LESS) return this.#hexString();
    let open = 0;
    for (let at = this.#at; at < this.bytes.length; at++) {
      const byte = this.bytes[at];
      if (byte === BACKSLASH) at += 1;
      else if (byte === OPEN) open += 1;
      else if (byte === CLOSE && (open -= 1) === 0) return this.#copy(at + 1);
    }
    throw uncleanable('pdf text without end');
  }

  /** Only what readers take for digits. */
  #hexString(): void {
    const end = this.bytes.indexOf(MORE, this.#at);
    if (end === -1) throw uncleanable('pdf text without end');
    for (; this.#at <= end; this.#at++) {
      const byte = this.bytes[this.#at]!;
      if (byte === LESS || byte === MORE || /[\da-f]/i.test(String.fromCharCode(byte)))
        this.#out[this.#size++] = byte;
    }
  }

  #name(end: number): void {
    const last = Math.min(end, this.#at + 1 + MAX_NAME);
    const name = `/${this.names.of(unescaped(this.bytes.toString('latin1', this.#at + 1, last)))}`;
    if (this.#size + name.length + 1 + 2 * (this.bytes.length - end) > this.#out.length)
      throw uncleanable('pdf names');
    this.#size += this.#out.write(name, this.#size, 'latin1');
    this.#at = end;
  }

  #copy(end: number): void {
    this.#size += this.bytes.copy(this.#out, this.#size, this.#at, end);
    this.#at = end;
  }

  #isNumber(end: number): boolean {
    if (end - this.#at > MAX_NUMBER || this.bytes[end - 1]! < 0x2e) return false;
    for (let at = this.#at; at < end; at++) if (numeric[this.bytes[at]!] === 0) return false;
    return true;
  }

  #wordEnd(start: number): number {
    let end = start;
    while (end < this.bytes.length && regular[this.bytes[end]!] === 1) end += 1;
    return end;
  }

  #skip(): void {
    const { bytes } = this;
    for (; this.#at < bytes.length; this.#at++) {
      const byte = bytes[this.#at]!;
      if (byte === PERCENT) {
        while (this.#at < bytes.length && bytes[this.#at] !== 0x0a && bytes[this.#at] !== 0x0d)
          this.#at += 1;
      } else if (space[byte] === 0) return;
    }
  }
}
