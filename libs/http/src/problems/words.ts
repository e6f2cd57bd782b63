import { dayMonthYear, type LocalizedText } from '@minh-bach/contracts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const SHOWABLE = /^[\p{L}\p{N} .,:/+_-]{1,80}$/u;

/**
 * Fills `{name}` from details, a date as it is written here. Only what is plainly a number, a date
 * or a short code is shown: a message never carries somebody's text back.
 */
export function fill(
  template: LocalizedText,
  details: Readonly<Record<string, unknown>>,
): LocalizedText {
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = details[name];
      const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      if (DATE.test(shown)) return dayMonthYear(shown);
      return SHOWABLE.test(shown) ? shown : '…';
    });
  return { vi: filled(template.vi), en: filled(template.en) };
}

export type Language = keyof LocalizedText;

/** Vietnamese unless the reader prefers English (`Accept-Language`). */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().toLowerCase().split(';q=');
      return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q) || 0 };
    })
    .filter(({ language, weight }) => weight > 0 && (language === 'vi' || language === 'en'))
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'vi';
}
