import { z } from 'zod';
import { dateSchema } from '../vocabulary.ts';
import { bothSchema } from './common.ts';

/** `GET /directory/calendar`: the days off, and days worked instead, that deadlines count by. */
export const calendarSchema = z.strictObject({
  version: z.string(),
  /** Later days are drafts, or not known yet. */
  confirmedThrough: dateSchema,
  days: z.array(
    z.strictObject({
      date: dateSchema,
      name: bothSchema,
      type: z.enum(['statutory', 'compensatory', 'swap_off', 'swap_work']),
      isDraft: z.boolean(),
    }),
  ),
});
export type CalendarDays = z.infer<typeof calendarSchema>;
