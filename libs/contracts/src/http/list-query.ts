import { z } from 'zod';
import { dateSchema, unitIdSchema } from '../vocabulary.ts';
import { LIST_SORTS, MOST_SEARCHED } from '../list-bounds.ts';
import { EXPORT_PURPOSE_WORDS, type ExportPurpose } from '../purpose-words.ts';
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

/** Where a list is asked for one page of it. */
export const ofPage = { cursor: true, limit: true, after: true } as const;

/** `POST /<service>/worklist/export`: the list as it is narrowed, as a file, and what for. */
export const exported = {
  q: searched.q.exactOptional(),
  purpose: z.enum(Object.keys(EXPORT_PURPOSE_WORDS) as [ExportPurpose, ...ExportPurpose[]]),
  language: z.enum(['vi', 'en']),
};
export interface ExportAsked {
  readonly purpose: ExportPurpose;
  readonly language: 'vi' | 'en';
}

/** How many matters each view of a worklist holds. */
export const viewCounts = <View extends string>(views: readonly [View, ...View[]]) =>
  z.strictObject({
    counts: z.record(z.enum(views), z.number().int()),
    /** When they were counted. */
    at: z.string(),
  });
