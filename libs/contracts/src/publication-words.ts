import type { LocalizedText } from './localized.ts';

/** How a decision is made public beside the portal (NĐ 124/2020 Đ.29 k.3). */
export const PUBLICATION_WAYS = {
  meeting: {
    vi: 'Cuộc họp có các bên liên quan, báo trước ít nhất 03 ngày',
    en: 'A meeting of those concerned, told at least 3 days before',
  },
  posting: {
    vi: 'Niêm yết tại trụ sở hoặc nơi tiếp công dân, ít nhất 15 ngày',
    en: 'Posted at the office or the reception place, for at least 15 days',
  },
  media: {
    vi: 'Phát thanh, truyền hình, báo chí',
    en: 'Radio, television or the press',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type PublicationWay = keyof typeof PUBLICATION_WAYS;
