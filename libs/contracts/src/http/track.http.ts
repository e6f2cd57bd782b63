import { z } from 'zod';
import { RATING_REASONS, type RatingReason, type Stars } from '../rating-words.ts';
import { dateSchema, petitionNumberSchema, petitionStateSchema, someText } from '../vocabulary.ts';
import { bothSchema, dueSchema, unitRefSchema } from './common.ts';

export const starsSchema = z.union([1, 2, 3, 4, 5].map((n) => z.literal(n as Stars)));
export const ratingReasonSchema = z.enum(Object.keys(RATING_REASONS) as RatingReason[]);

/** `POST /intake/track` (public as `POST /api/track`) */
export const trackSchema = z.strictObject({ code: z.string().max(60) });
export const trackedSchema = z.strictObject({
  number: petitionNumberSchema,
  state: petitionStateSchema,
  /** The day of the state. */
  on: dateSchema,
  /** A denunciation, or called one once: state and days are told, and nothing else. */
  isConfidential: z.boolean(),
  kind: bothSchema.nullable(),
  /** The unit that has it. */
  unit: bothSchema.nullable(),
  /** Where it stands, with its day. */
  sentence: bothSchema,
  /** Reasons, numbers of papers. */
  facts: z.array(bothSchema),
  /** That a limit of law is over, and who may be turned to; empty while none is. */
  late: z.array(bothSchema),
  /** `null`: nothing comes. `due`: the date that the staff's page shows. */
  next: z
    .strictObject({
      text: bothSchema,
      due: dueSchema.nullable(),
      /** The text itself names the day: nothing is due on it. */
      isDated: z.literal(true).exactOptional(),
    })
    .nullable(),
  /** What the sender may or must do. */
  tasks: z.array(z.strictObject({ text: bothSchema, due: dueSchema.nullable() })),
  /**
   * When and for what who sent it was opened, by which kind of body, oldest first; never by whom, and nothing
   * of supervision and audits. `null`: of a denunciation nothing is told.
   */
  openings: z
    .strictObject({
      items: z.array(z.strictObject({ on: dateSchema, text: bothSchema })),
      /** More of them, that are not listed. */
      earlier: z.number().int(),
    })
    .nullable(),
  /** How its sender rated the handling; `isOpen`: they may do so now, once. */
  rating: z.strictObject({ isOpen: z.boolean(), stars: z.number().int().nullable() }),
  /** By its sender, of a complaint; `isOpen`: they may ask now, once. It ends nothing. */
  withdrawal: z.strictObject({ isOpen: z.boolean(), askedOn: dateSchema.nullable() }),
  /** Steps that are done, oldest first. */
  timeline: z.array(
    z.strictObject({ state: petitionStateSchema, on: dateSchema, text: bothSchema }),
  ),
  /** Spaces: all answers have one length, so that it does not tell who asks about a denunciation. */
  padding: z.string(),
});
export type Tracked = z.infer<typeof trackedSchema>;

/** `POST /intake/track/rating` (public as `POST /api/track/rating`): answered as tracking is. */
export const ratingSchema = z.strictObject({
  code: z.string().max(60),
  stars: starsSchema,
  reasons: z.array(ratingReasonSchema).max(Object.keys(RATING_REASONS).length).default([]),
  words: someText(2000).nullable().default(null),
});
export type Rating = z.infer<typeof ratingSchema>;

/** `POST /intake/track/withdrawal` (public as `POST /api/track/withdrawal`): answered as tracking is. */
export const withdrawalSchema = z.strictObject({
  code: z.string().max(60),
  isWhole: z.boolean(),
  words: someText(2000).nullable().default(null),
});
export type Withdrawal = z.infer<typeof withdrawalSchema>;

/** `GET /intake/ratings`: how senders rated the units of the asker's branch. */
export const ratingsQuery = z.strictObject({ after: z.string().max(200).exactOptional() });
export const ratingsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      unit: unitRefSchema,
      count: z.number().int(),
      /** Of 1 to 5 stars, to one decimal. */
      mean: z.number(),
      reasons: z.array(
        z.strictObject({
          reason: ratingReasonSchema,
          count: z.number().int(),
        }),
      ),
    }),
  ),
});
export type Ratings = z.infer<typeof ratingsSchema>;
