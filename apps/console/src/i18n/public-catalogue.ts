import type { Catalogue, Speech } from './catalogue.ts';
import { vi } from './vi/public.ts';

/** Fills `{holes}`; a spec holds that visitors' messages have nothing else. */
const speech =
  (messages: Readonly<Record<string, string>>): Speech =>
  (id, values = {}) =>
    (messages[id] ?? id).replace(/\{(\w+)\}/g, (hole, name: string) =>
      String(values[name] ?? hole),
    );

/** Of the pages for everybody. */
export const publicCatalogue: Catalogue = {
  vi: speech(vi),
  en: async () => speech((await import('./en/public.ts')).en),
};
