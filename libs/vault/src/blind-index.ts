import type { IndexPurpose } from './vault.ts';

const digits = (text: string): string => text.replace(/\D/g, '');

/** Letters and digits without marks, in small letters, words one space apart. */
const words = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

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
};
