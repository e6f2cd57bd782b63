/** By due date, by the day of the list (received, accepted, concluded), by number; `-`: the last first. */
export const LIST_SORTS = ['due', '-due', 'on', '-on', 'number', '-number'] as const;

/** Characters that one search may have. */
export const MOST_SEARCHED = 200;

/** Further than this no tab counts. */
export const MOST_COUNTED_OF_VIEW = 99;
