/** Letters with their marks, and digits. */
const TOKEN = /[\p{L}\p{M}\p{N}]+/gu;

/** Small letters without marks, `đ` as `d`: as `fold` of the console. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

const tokensOf = (text: string): string[] => text.normalize('NFC').toLowerCase().match(TOKEN) ?? [];

/** A word of a `tsvector` has at most 2,046 bytes: one letter may take 4, and without its marks 12. */
const MOST_BYTES_OF_WORD = 255;
/** A `tsvector` has at most 1 MiB, with what it keeps beside each word. */
const MOST_BYTES = 200_000;
const BESIDE_WORD = 8;

/** The beginning of a long word stands for it, in rows and in what is looked for. */
function begun(word: string): string {
  if (Buffer.byteLength(word) <= MOST_BYTES_OF_WORD) return word;
  let bytes = 0;
  let end = 0;
  for (const letter of word) {
    bytes += Buffer.byteLength(letter);
    if (bytes > MOST_BYTES_OF_WORD) break;
    end += letter.length;
  }
  return word.slice(0, end);
}

/** Different ones, the first first, as long as there is room. */
function roomFor(words: readonly string[]): string[] {
  let room = MOST_BYTES;
  return [...new Set(words)].filter((word) => {
    room -= Buffer.byteLength(word) + BESIDE_WORD;
    return word !== '' && room >= 0;
  });
}

/** Each as it is written, and without its marks. */
const wordsIn = (gist: string | null): string[] =>
  roomFor(tokensOf(gist ?? '').flatMap((token) => [begun(token), begun(withoutMarks(token))]));

const quoted = (token: string): string => `'${token}'`;

/** Numbers as they are written, and as they are typed without hyphens. */
const wordsOf = (numbers: readonly string[]): string[] =>
  roomFor(
    numbers.flatMap((number) => {
      const tokens = tokensOf(number);
      return [...tokens, tokens.join('')].map(begun);
    }),
  );

/**
 * What a row is found by, as the text of a `tsvector`: each word of its gist with marks and without, and
 * its numbers under the weight A. PostgreSQL's own dictionaries are not asked: the extension that takes
 * marks off is not in every server. PostgreSQL takes each of these texts: a row that it refused would stop
 * its read model for good.
 */
export function searchWords(numbers: readonly string[], gist: string | null): string {
  return [
    ...wordsIn(gist).map(quoted),
    ...wordsOf(numbers).map((token) => `${quoted(token)}:1A`),
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

/** As many words are looked for; what is typed behind them narrows no further. */
const MOST_WORDS = 8;

/** The last word may be the beginning of one; a single letter stands for itself. */
const isStem = (word: string, last: boolean): boolean => last && [...word].length > 1;

/**
 * What is looked for: at most eight words, of which the last may be begun. Each beginning reads all words
 * of the index that begin with it: many of them would hold up the lists of all others.
 *
 * @returns `undefined`: there is no letter and no digit in it
 */
export function searchedWords(typed: string): SearchedWords | undefined {
  const tokens = [...new Set(tokensOf(typed))]
    .filter((token) => withoutMarks(token) !== '')
    .slice(0, MOST_WORDS);
  if (tokens.length === 0) return undefined;
  const query = (of: readonly string[], weight: string) =>
    of
      .map((word, i) => {
        const label = `${isStem(word, i === of.length - 1) ? '*' : ''}${weight}`;
        return `${quoted(word)}${label && `:${label}`}`;
      })
      .join(' & ');
  const asTyped = tokens.map(begun);
  const folded = tokens.map((token) => begun(withoutMarks(token)));
  return {
    all: query(folded, ''),
    inNumbers: query(folded, 'A'),
    asTyped: query(asTyped, ''),
    isAsTyped: ({ gist }, numbers) => {
      const held = [...wordsIn(gist), ...wordsOf(numbers)];
      return asTyped.every((word, i) =>
        held.some((one) =>
          isStem(word, i === asTyped.length - 1) ? one.startsWith(word) : one === word,
        ),
      );
    },
  };
}
