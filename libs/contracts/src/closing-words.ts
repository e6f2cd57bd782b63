import type { LocalizedText } from './localized.ts';

/** Why the file of a complaint may be closed. */
export const CLOSING_WORDS = {
  nothing_to_carry_out: {
    vi: 'Quyết định đã có hiệu lực pháp luật, không còn nội dung phải thi hành',
    en: 'The decision has legal effect; nothing is to be carried out',
  },
  carried_out: {
    vi: 'Quyết định đã có hiệu lực pháp luật và đã thi hành xong',
    en: 'The decision has legal effect and has been carried out',
  },
  second_complaint: {
    vi: 'Đã có khiếu nại lần hai; hồ sơ chuyển người giải quyết lần hai',
    en: 'There is a second complaint; the file goes to who resolves it',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type Closing = keyof typeof CLOSING_WORDS;
