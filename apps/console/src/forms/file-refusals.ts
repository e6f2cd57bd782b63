import { Problem } from '../api/problem.ts';
import type { MessageId } from '../i18n/catalogue.ts';
import type { Language, Say } from '../i18n/language.tsx';

export const MAX_BYTES = 20 * 1024 * 1024;
export const TYPES = ['application/pdf', 'image/png', 'image/jpeg'];

/** Why a file was not taken. */
export type Why = MessageId | Problem;

export const refusal = (why: Why, say: Say, language: Language): string => {
  if (!(why instanceof Problem)) return say(why);
  const { title, detail } = why.body[language];
  return `${title}. ${detail}`;
};
