import { sealed } from '@minh-bach/kernel';
import { z } from 'zod';
import { dateSchema, personIdSchema, postIdSchema, unitIdSchema } from './vocabulary.ts';

const MOST = 20;

/**
 * Whom a petition names beside the unit complained of, as a request says it: units, and people either
 * by the post that they held on a day, or by themselves with the day of the act.
 */
export const respondentsSchema = z.strictObject({
  units: z.array(unitIdSchema).max(MOST).default([]),
  people: z
    .array(
      z
        .strictObject({
          post: postIdSchema.exactOptional(),
          person: personIdSchema.exactOptional(),
          on: dateSchema,
        })
        .refine(({ post, person }) => (post === undefined) !== (person === undefined), {
          error: 'POST_OR_PERSON',
        }),
    )
    .max(MOST)
    .default([]),
});
export type Respondents = z.infer<typeof respondentsSchema>;

/** The same as events and messages carry it: a person by their tag, which the vault's key makes. */
export const respondentsFact = z.strictObject({
  units: z.array(unitIdSchema),
  people: z.array(
    z.strictObject({
      tag: z.string().max(60),
      on: dateSchema,
      /** In the event in which a person of ours said it; copies and messages have the tag alone. */
      who: sealed(
        'working',
        z.strictObject({ person: personIdSchema, post: postIdSchema.nullable() }),
      ).exactOptional(),
    }),
  ),
});
export type RespondentsFact = z.infer<typeof respondentsFact>;

/** What may leave the service: without the sealed ids. */
export const respondentsTold = ({ units, people }: RespondentsFact): RespondentsFact => ({
  units,
  people: people.map(({ tag, on }) => ({ tag, on })),
});
