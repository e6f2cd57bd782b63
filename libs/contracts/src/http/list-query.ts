import { z } from 'zod';
import { dateSchema, unitIdSchema } from '../vocabulary.ts';
import { LIST_SORTS, MOST_SEARCHED } from '../list-bounds.ts';
import { pageQuery } from './common.ts';

/** What every worklist is narrowed and sorted by. */
export const listQuery = {
  /** With the units below it. */
  unit: unitIdSchema.exactOptional(),
  /** `soon`: not overdue, and within two working days. */
  due: z.enum(['overdue', 'soon']).exactOptional(),
  /** First and last day. */
  from: dateSchema.exactOptional(),
  to: dateSchema.exactOptional(),
  /** @default 'due' */
  sort: z.enum(LIST_SORTS).exactOptional(),
  ...pageQuery,
};

/** Words that people look for may name a person: they travel in a body, never in an address. */
export const searched = { q: z.string().trim().min(1).max(MOST_SEARCHED) };

/** How many matters each view of a worklist holds. */
export const viewCounts = <View extends string>(views: readonly [View, ...View[]]) =>
  z.strictObject({
    counts: z.record(z.enum(views), z.number().int()),
    /** When they were counted. */
    at: z.string(),
  });
