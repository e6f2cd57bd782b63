import type { LocalizedText } from './localized.ts';

/** As in the customs' own system of rating. */
export const STARS = {
  5: { vi: 'Rất hài lòng', en: 'Very satisfied' },
  4: { vi: 'Hài lòng', en: 'Satisfied' },
  3: { vi: 'Bình thường', en: 'Normal' },
  2: { vi: 'Không hài lòng', en: 'Dissatisfied' },
  1: { vi: 'Rất không hài lòng', en: 'Very dissatisfied' },
} as const satisfies Readonly<Record<number, LocalizedText>>;
export type Stars = keyof typeof STARS;

/** What was not well. */
export const RATING_REASONS = {
  slow: { vi: 'Chậm trễ', en: 'Slow' },
  burdensome: { vi: 'Phiền hà', en: 'Burdensome' },
  extortion: { vi: 'Sách nhiễu, vòi vĩnh', en: 'Harassment, extortion' },
  mistaken: { vi: 'Sai sót nghiệp vụ', en: 'Mistakes in the work' },
  unclear: { vi: 'Giải thích chưa rõ', en: 'Unclear explanations' },
  attitude: { vi: 'Thái độ chưa đúng mực', en: 'Improper conduct' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
export type RatingReason = keyof typeof RATING_REASONS;
