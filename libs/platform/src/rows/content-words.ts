import { withoutMarks } from './search-words.ts';

/** Of a line of content, as it is compared: once each, in small letters, without marks. */
export const contentWords = (gist: string | null): string[] => [
  ...new Set(withoutMarks((gist ?? '').toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? []),
];

/**
 * Whether another petition says what this one says: half of all their words are in both, as intake finds
 * what is alike, and every number of this one is in the other. Two complaints about two papers differ in
 * their number alone. What says nothing is like nothing.
 */
export function saysTheSame(one: string | null, other: string | null): boolean {
  const [words, others] = [contentWords(one), new Set(contentWords(other))];
  const both = words.filter((word) => others.has(word));
  const numbers = words.filter((word) => /\p{N}/u.test(word));
  return (
    words.length > 0 &&
    3 * both.length >= words.length + others.size &&
    numbers.every((number) => others.has(number))
  );
}
