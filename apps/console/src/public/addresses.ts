import type { Language } from '../i18n/catalogue.ts';

/** Pages for everybody, and where they are. A document is named as its address. */
export const ADDRESSES = {
  home: { vi: '/', en: '/en' },
  track: { vi: '/tra-cuu', en: '/en/track' },
  unknown: { vi: '/404', en: '/en/404' },
} as const satisfies Record<string, Record<Language, string>>;

export type PageName = keyof typeof ADDRESSES;

export const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** Below the folder of the build: `/` is `index.html`, `/en/track` is `en/track.html`. */
export const fileOf = (address: string): string =>
  address === '/' ? 'index.html' : `${address.slice(1)}.html`;
