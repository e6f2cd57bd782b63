import { fold } from '../i18n/fold.ts';
import type { Option } from './fields.ts';

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether each word that was typed begins a word of the text: in any order, without marks or dashes. */
export function matches(text: string, typed: string): boolean {
  const words = wordsOf(text);
  return wordsOf(typed).every((part) => words.some((word) => word.startsWith(part)));
}

/** Those that match, in their order. */
export const found = (options: readonly Option[], typed: string): Option[] =>
  options.filter(({ label, code = '' }) => matches(`${label} ${code}`, typed));

/** The one that is meant without doubt: it alone matches, or it is spelt out in full. */
export function isMeant(options: readonly Option[], typed: string): Option | undefined {
  const words = wordsOf(typed).join(' ');
  if (words === '') return undefined;
  const all = found(options, typed);
  return all.length === 1
    ? all[0]
    : all.find(({ label, code }) =>
        [label, code ?? label].some((known) => wordsOf(known).join(' ') === words),
      );
}
