import { IntlMessageFormat } from 'intl-messageformat';
import type { Catalogue, Language, Speech } from './catalogue.ts';
import { vi } from './vi/index.ts';

/** ICU messages, each parsed once. */
function speech(language: Language, messages: Readonly<Record<string, string>>): Speech {
  const parsed = new Map<string, IntlMessageFormat>();
  return (id, values) => {
    let message = parsed.get(id);
    if (!message) parsed.set(id, (message = new IntlMessageFormat(messages[id] ?? id, language)));
    return String(message.format(values));
  };
}

/** Of the console. */
export const consoleCatalogue: Catalogue = {
  vi: speech('vi', vi),
  en: async () => speech('en', (await import('./en/index.ts')).en),
};
