import type { LocalizedText } from '@minh-bach/contracts';

type Language = keyof LocalizedText;

/** One column of a list as a file. */
export interface CsvColumn<Item> {
  readonly head: LocalizedText;
  /** What stands there, in the language of the file; ISO dates, which every spreadsheet reads alike. */
  readonly cell: (item: Item, both: (words: LocalizedText) => string) => string | null;
}

const BOM = '\ufeff';
const LINE_END = '\r\n';
/** Spreadsheets split by the one that their language does not use within numbers. */
const BETWEEN: Readonly<Record<Language, string>> = { vi: ';', en: ',' };

/** What a spreadsheet would take for the beginning of a formula, full-width signs included. */
const SIGNS = '=+\\-@\uff1d\uff0b\uff0d\uff20';
const BEGINS = new RegExp(`^[\\s\\0"']*[${SIGNS}]|^[\\t\\r\\n\\0]`, 'u');
/** The same behind what separates cells: one that takes another separator would split the text there. */
const SPLIT = new RegExp(`([,;\\t|][\\s"]*)(?=[${SIGNS}])`, 'gu');

/** Text, whatever stands in it: no cell begins a formula, none ends before its quote. */
export function csvCell(text: string): string {
  const plain = (BEGINS.test(text) ? `'${text}` : text).replaceAll(SPLIT, "$1'");
  return `"${plain.replaceAll('"', '""')}"`;
}

/** A file in lines: headings first, in UTF-8 with the mark by which spreadsheets know it. */
export class CsvFile<Item> {
  readonly #lines: string[];
  readonly #both: (words: LocalizedText) => string;

  constructor(
    private readonly columns: readonly CsvColumn<Item>[],
    private readonly language: Language,
  ) {
    this.#both = (words) => words[language];
    this.#lines = [this.#line(columns.map(({ head }) => head[language]))];
  }

  get rows(): number {
    return this.#lines.length - 1;
  }

  add(items: readonly Item[]): void {
    for (const item of items)
      this.#lines.push(this.#line(this.columns.map(({ cell }) => cell(item, this.#both) ?? '')));
  }

  bytes(): Buffer {
    return Buffer.from(BOM + this.#lines.join(''), 'utf8');
  }

  #line(cells: readonly string[]): string {
    return cells.map(csvCell).join(BETWEEN[this.language]) + LINE_END;
  }
}
