/** By due date, by the day of the list (received, accepted, concluded), by number; `-`: the last first. */
export const LIST_SORTS = ['due', '-due', 'on', '-on', 'number', '-number'] as const;

/** Characters that one search may have. */
export const MOST_SEARCHED = 200;

/** Rows that leave as one file. */
export const MOST_EXPORTED = 5_000;

/** Further than this no tab counts. */
export const MOST_COUNTED_OF_VIEW = 99;

/** Saved views of one person in one post, over all lists. */
export const MOST_VIEWS = 20;

/** Characters of the name of a saved view. */
export const MOST_VIEW_NAME = 60;
