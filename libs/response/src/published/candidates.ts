import { normalForm, plain, wordsOf } from '@minh-bach/vault';

/** Shorter addresses, such as a town's name, tell nobody. */
const LEAST_OF_ADDRESS = 3;
/** Longer than nearly all words of Vietnamese: by itself it is a name. */
const LONG_WORD = 6;

/**
 * Runs of words of a text that may be a name or an address of this many words. A word by itself is one where
 * it is written as a name, or too long for an everyday word: who is called Hoa does not close every text
 * with a flower in it.
 */
export function* runsOf(
  text: string,
  field: 'name' | 'address',
  sizes: ReadonlySet<number>,
): Generator<string> {
  const words = wordsOf(text);
  for (const n of sizes) {
    if (field === 'address' && n < LEAST_OF_ADDRESS) continue;
    for (let from = 0; from + n <= words.length; from++) {
      const run = words.slice(from, from + n);
      if (n > 1 || isNamelike(run[0]!)) yield run.join(' ').toLowerCase();
    }
  }
}

const isNamelike = (word: string): boolean =>
  word.length >= LONG_WORD || word[0] !== word[0]!.toLowerCase() || /\d/.test(word);

/** Between the parts of one number; side by side two numbers look the same. */
const BETWEEN = /^[^\p{L}\p{N}]{1,4}$/u;
/** With 00 84 (0) before it, a number is so much longer. */
const LONGER = 5;

/** Each number of a text by itself, and joined with those that follow it. */
export function* numbersIn(
  text: string,
  purpose: 'phone' | 'identity-number',
  sizes: ReadonlySet<number>,
): Generator<string> {
  const shown = plain(text);
  const most = Math.max(...sizes) + LONGER;
  const numbers = [...shown.matchAll(/\d+/g)];
  for (const from of numbers.keys()) {
    let joined = '';
    let end = numbers[from]!.index;
    for (const { 0: digits, index } of numbers.slice(from, from + most)) {
      if (joined !== '' && !BETWEEN.test(shown.slice(end, index))) break;
      joined += digits;
      end = index + digits.length;
      if (joined.length > most) break;
      const number = normalForm[purpose](joined);
      if (sizes.has(number.length)) yield number;
    }
  }
}
