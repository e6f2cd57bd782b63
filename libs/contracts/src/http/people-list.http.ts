import { z } from 'zod';
import { roleSchema } from '../roles.ts';
import { dateSchema, line, unitIdSchema } from '../vocabulary.ts';
import { bothSchema, pageOf, personRefSchema, unitRefSchema } from './common.ts';

/**
 * `POST /directory/people`: everybody in the directory, by unit and by words of a name or an id. The words
 * travel in a body, since an address is kept in many places.
 */
export const peopleListQuery = z.strictObject({
  /** Where they hold a post, held one, or are to. */
  unit: unitIdSchema.exactOptional(),
  q: line(120).exactOptional(),
  cursor: z.string().max(500).exactOptional(),
  limit: z.number().int().min(1).max(50).default(25),
});

export const PERIODS = ['now', 'coming', 'ended'] as const;

export const listedPostSchema = z.strictObject({
  id: z.string(),
  unit: unitRefSchema,
  title: bothSchema,
  roles: z.array(roleSchema),
  leads: z.boolean(),
  /** First and last day; the last one is a day of work. */
  from: dateSchema,
  to: dateSchema.nullable(),
  period: z.enum(PERIODS),
  /** A later holder, or later days, are recorded for this post: it cannot be changed by this row. */
  followed: z.boolean(),
});

export const listedDeputationSchema = z.strictObject({
  id: z.string(),
  post: z.string(),
  unit: unitRefSchema,
  title: bothSchema,
  deputy: personRefSchema,
  from: dateSchema,
  to: dateSchema,
});

export const listedPersonSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** By which the sign-in provider knows them. */
  issuer: z.string(),
  subject: z.string(),
  /** The day on which the account was closed. */
  closedOn: dateSchema.nullable(),
  /** Now, to come, and ended: the latest first. */
  posts: z.array(listedPostSchema),
  /** Not ended: in these posts, or by this person in those of others. */
  deputations: z.array(listedDeputationSchema),
});
export type ListedPerson = z.infer<typeof listedPersonSchema>;
export type ListedPost = z.infer<typeof listedPostSchema>;

export const peopleListSchema = pageOf(listedPersonSchema);
export type PeopleList = z.infer<typeof peopleListSchema>;
