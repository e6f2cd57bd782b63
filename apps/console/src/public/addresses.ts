import type { Language } from '../i18n/catalogue.ts';

/** Pages for everybody, and where they are. A document is named as its address. */
export const ADDRESSES = {
  home: { vi: '/', en: '/en' },
  track: { vi: '/tra-cuu', en: '/en/track' },
  send: { vi: '/gui-don', en: '/en/send' },
  complaint: { vi: '/gui-don/khieu-nai', en: '/en/send/complaint' },
  denunciation: { vi: '/gui-don/to-cao', en: '/en/send/report-wrongdoing' },
  hotline: { vi: '/duong-day-nong', en: '/en/hotline' },
  limits: { vi: '/thoi-han', en: '/en/time-limits' },
  rights: { vi: '/quyen', en: '/en/rights' },
  reception: { vi: '/tiep-cong-dan', en: '/en/reception' },
  forms: { vi: '/bieu-mau', en: '/en/forms' },
  formComplaint: { vi: '/bieu-mau/don-khieu-nai', en: '/en/forms/complaint' },
  formMandate: { vi: '/bieu-mau/giay-uy-quyen', en: '/en/forms/power-of-attorney' },
  formDenunciation: { vi: '/bieu-mau/don-to-cao', en: '/en/forms/report-wrongdoing' },
  formWithdrawal: { vi: '/bieu-mau/don-rut-to-cao', en: '/en/forms/withdrawal' },
  published: { vi: '/tra-loi-da-cong-bo', en: '/en/published-answers' },
  figures: { vi: '/so-lieu', en: '/en/figures' },
  about: { vi: '/ve-trang-nay', en: '/en/about' },
  unknown: { vi: '/404', en: '/en/404' },
  trouble: { vi: '/500', en: '/en/500' },
} as const satisfies Record<string, Record<Language, string>>;

export type PageName = keyof typeof ADDRESSES;

/** Told by the gateway in place of another page; nobody goes there. */
export const TOLD: readonly PageName[] = ['unknown', 'trouble'];

export const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** Below the folder of the build: `/` is `index.html`, `/en/track` is `en/track.html`. */
export const fileOf = (address: string): string =>
  address === '/' ? 'index.html' : `${address.slice(1)}.html`;
