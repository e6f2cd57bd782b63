import type { PdfDict, PdfValue } from '../check/pdf-values.ts';
import { uncleanable } from './uncleanable.ts';

/** More than three times the largest file that is taken in. What unpacks to more is a bomb. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * A PDF of objects, numbered as they come; no information, no id, no date.
 *
 * @throws DomainError `FILE_UNCLEANABLE` where it would be too large
 */
export class PdfWriter {
  readonly #parts: Buffer[] = [Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1')];
  readonly #places: (number | undefined)[] = [0];
  #size = this.#parts[0]!.length;

  /** A number for an object that is written later. */
  reserve(): number {
    return this.#places.push(undefined) - 1;
  }

  write(number: number, value: PdfValue, data?: Buffer): void {
    this.#places[number] = this.#size;
    if (data === undefined || value.kind !== 'dict')
      return this.#add(`${number} 0 obj\n`, ...written(value), '\nendobj\n');
    const length: PdfValue = { kind: 'word', word: String(data.length) };
    const whole: PdfDict = { kind: 'dict', entries: [...value.entries, ['Length', length]] };
    this.#add(`${number} 0 obj\n`, ...written(whole), '\nstream\n', data, '\nendstream\nendobj\n');
  }

  end(root: number): Buffer {
    const at = this.#size;
    const rows = this.#places.map((place) =>
      place === undefined || place === 0
        ? '0000000000 65535 f \n'
        : `${String(place).padStart(10, '0')} 00000 n \n`,
    );
    this.#add(`xref\n0 ${rows.length}\n`, rows.join(''));
    this.#add(`trailer\n<< /Size ${rows.length} /Root ${root} 0 R >>\nstartxref\n${at}\n%%EOF\n`);
    return Buffer.concat(this.#parts);
  }

  #add(...pieces: (string | Buffer)[]): void {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
      this.#size += bytes.length;
      if (this.#size > MOST_BYTES) throw uncleanable('pdf too large');
      this.#parts.push(bytes);
    }
  }
}

function* written(value: PdfValue): Generator<string | Buffer> {
  switch (value.kind) {
    case 'name':
      return yield `/${escaped(value.name)}`;
    case 'string':
      return yield value.raw;
    case 'ref':
      return yield `${value.number} ${value.generation} R`;
    case 'word':
      return yield value.word;
    case 'array':
      yield '[';
      for (const item of value.items) {
        yield ' ';
        yield* written(item);
      }
      return yield ' ]';
    case 'dict':
      yield '<<';
      for (const [key, entry] of value.entries) {
        yield ` /${escaped(key)} `;
        yield* written(entry);
      }
      return yield ' >>';
  }
}

const escaped = (name: string): string =>
  name.replace(
    /[^!-~]|[#()<>[\]{}/%]/g,
    (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
