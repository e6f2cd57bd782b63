/** Letters with their marks, and digits. */
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;

/** As `fold` of the console: without marks, `đ` as `d`. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const tokensOf = (text: string): string[] => text.normalize('NFC').toLowerCase().match(TOKEN) ?? [];

/** Each as it is written, and without its marks. */
const wordsIn = (gist: string | null): string[] =>
  tokensOf(gist ?? '')
    .flatMap((token) => [token, fold(token)])
    .filter((word) => word !== '');

const quoted = (token: string): string => `'${token}'`;

/** A number as it is written, and as it is typed without hyphens. */
const ofNumber = (number: string): string[] => [
  ...tokensOf(number),
  number.toLowerCase().replaceAll('-', ''),
];

/**
 * What a row is found by, as the text of a `tsvector`: each word of its gist with marks and without, and
 * its numbers under the weight A. PostgreSQL's own dictionaries are not asked: the extension that takes
 * marks off is not in every server.
 */
export function searchWords(numbers: readonly string[], gist: string | null): string {
  return [
    ...[...new Set(wordsIn(gist))].map(quoted),
    ...[...new Set(numbers.flatMap(ofNumber))].map((token) => `${quoted(token)}:1A`),
  ].join(' ');
}

/** What is looked for, as texts of `tsquery`. */
export interface SearchedWords {
  /** All words, without marks, wherever they stand. */
  readonly all: string;
  /** The same, in numbers alone. */
  readonly inNumbers: string;
  /** With the marks that were typed. */
  readonly asTyped: string;
  /** The same as `asTyped`, of a row that was read. */
  readonly isAsTyped: (
    row: { readonly gist: string | null },
    numbers: readonly string[],
  ) => boolean;
}

/** A word may be the beginning of one; a single letter stands for itself. */
const isStem = (token: string): boolean => token.length > 1;

/** `undefined`: there is no letter and no digit in it. */
export function searchedWords(typed: string): SearchedWords | undefined {
  const tokens = [...new Set(tokensOf(typed))];
  if (tokens.length === 0) return undefined;
  const query = (of: readonly string[], weight: string) =>
    of
      .map((token) => {
        const label = `${isStem(token) ? '*' : ''}${weight}`;
        return `${quoted(token)}${label && `:${label}`}`;
      })
      .join(' & ');
  const folded = tokens.map(fold).filter((token) => token !== '');
  if (folded.length === 0) return undefined;
  return {
    all: query(folded, ''),
    inNumbers: query(folded, 'A'),
    asTyped: query(tokens, ''),
    isAsTyped: ({ gist }, numbers) => {
      const held = [...wordsIn(gist), ...numbers.flatMap(ofNumber)];
      return tokens.every((token) =>
        held.some((word) => (isStem(token) ? word.startsWith(token) : word === token)),
      );
    },
  };
}
