import type { IndexPurpose } from './vault.ts';

/** What is drawn alike is alike: wide digits are digits, and what is drawn as nothing is not there. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '');

const digits = (text: string): string => plain(text).replace(/\D/g, '');

/** Each word without marks; capital letters stay. */
export const wordsOf = (text: string): string[] =>
  plain(text)
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Letters and digits without marks, in small letters, words one space apart. */
const words = (text: string): string => wordsOf(text).join(' ').toLowerCase();

/** Numbers within the country begin with 0: +84 912…, 0084 912…, 84912… and +84 (0)912… are 0912…. */
const phone = (text: string): string =>
  digits(text)
    .replace(/^00/, '')
    .replace(/^840?(?=\d{9,10}$)/, '0');

/** The form in which two spellings of the same thing are the same. */
export const normalForm: Readonly<Record<IndexPurpose, (text: string) => string>> = {
  name: words,
  address: words,
  phone,
  'identity-number': digits,
  'tax-number': digits,
  // An id of the directory has one spelling.
  person: (id) => id,
  size: (of) => of,
};

/** How many words it has, or digits: what cannot be as long need not be compared. */
export const sizeOf = (purpose: Exclude<IndexPurpose, 'person' | 'size'>, text: string): number =>
  purpose === 'name' || purpose === 'address'
    ? wordsOf(text).length
    : normalForm[purpose](text).length;
