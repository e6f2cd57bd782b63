import type { Catalogue, Speech } from './catalogue.ts';
import { vi } from './vi/public.ts';

/** Fills `{holes}`; a spec holds that visitors' messages have nothing else. */
export const plainSpeech =
  (messages: Readonly<Record<string, string>>): Speech =>
  (id, values = {}) =>
    (messages[id] ?? id).replace(/\{(\w+)\}/g, (hole, name: string) =>
      String(values[name] ?? hole),
    );

/** Of the pages for everybody. */
export const publicCatalogue: Catalogue = {
  vi: plainSpeech(vi),
  en: async () => plainSpeech((await import('./en/public.ts')).en),
};
