import type { LocalizedText } from '../api/types.ts';
import { admin as en } from '../i18n/en/admin.ts';
import { admin as vi } from '../i18n/vi/admin.ts';
import { useSay } from '../i18n/language.tsx';

export type AdminWord = keyof typeof vi;
type Values = Readonly<Record<string, string | number>>;
export type Told = (id: AdminWord, values?: Values) => string;

const filled = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));

/** Words of the administrators' pages come with these pages, in both languages: few people load them. */
export const word = (id: AdminWord, values: Values = {}): LocalizedText => ({
  vi: filled(vi[id], values),
  en: filled(en[id], values),
});

export function useTold(): Told {
  const say = useSay();
  return (id, values) => say(word(id, values));
}
