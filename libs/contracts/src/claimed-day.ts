import { z } from 'zod';
import { dateSchema } from './vocabulary.ts';

/**
 * What a person says happened on an earlier day is recorded within so many working days; a day that lies
 * further back takes a second person. An internal rule (`policy_default`): no law sets it.
 */
export const RECORDED_WITHIN_WORKING_DAYS = 5;

/** Of a day that one person alone says: until a second one confirms it, another day counts. */
export const unconfirmedSchema = z.strictObject({
  /** The day of the recording. */
  countsFrom: dateSchema,
  /** By that day a limit was over, by the one that is said it was not: the superior's warning rests on it. */
  crossesLimit: z.boolean(),
});
export type Unconfirmed = z.infer<typeof unconfirmedSchema>;

/** Which day a person said. */
export const dayOfSchema = z.enum(['issue', 'sending', 'receipt']);
export type DayOf = z.infer<typeof dayOfSchema>;

/** Beside a day in an event; absent where the day itself counts. */
export const claimed = { unconfirmed: unconfirmedSchema.exactOptional() };
