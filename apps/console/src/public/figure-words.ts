import type { FigureLine } from '../api/types.ts';
import type { Speech } from '../i18n/catalogue.ts';

/** `2026-10` as `10/2026`. */
export const monthYear = (month: string): string => month.split('-').reverse().join('/');

/** A share of those in time, as near as it is told. */
export const inTimeWords = (
  { percent, is }: NonNullable<FigureLine['inTime']>,
  say: Speech,
): string => say(`share.${is}`, { percent: String(percent) });
