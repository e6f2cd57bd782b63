import { z } from 'zod';
import { SECOND_PERSON_WORDS, type SecondPersonWhat } from '../second-person-words.ts';
import { pageQuery, personRefSchema, unitRefSchema } from './common.ts';

/** So many are shown; there may be more. */
export const SECOND_PERSON_AT_MOST = 50;

/** `GET /{service}/second-person` */
export const secondPersonQuery = z.strictObject({ after: pageQuery.after });
/** What others proposed that the asker may confirm, the oldest first. */
export const secondPersonSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      /** Of the petition or case. */
      number: z.string(),
      what: z.enum(Object.keys(SECOND_PERSON_WORDS) as [SecondPersonWhat, ...SecondPersonWhat[]]),
      unit: unitRefSchema,
      by: personRefSchema,
      since: z.string(),
    }),
  ),
  /** Not all were looked at. */
  more: z.boolean(),
});
