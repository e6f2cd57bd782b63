/** Paper older than this is a typing error, or a matter for a person above the desk. */
export const MAX_DAYS_BEFORE_REGISTRATION = 365;

/** @param from ISO date */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 86_400_000;
