import { z } from 'zod';
import { directoryEntryV1 } from '../integration/directory.v1.ts';
import { roleSchema } from '../roles.ts';
import { dateSchema, personIdSchema, postIdSchema } from '../vocabulary.ts';
import { bothSchema, commandAnswer } from './common.ts';

export const heldPostSchema = z.strictObject({
  post: z.string(),
  unit: z.string(),
  unitName: bothSchema,
  title: bothSchema,
  roles: z.array(roleSchema),
  deputyFor: z.string().exactOptional(),
});

/** `GET /directory/me` */
export const meSchema = z.strictObject({
  person: z.string(),
  name: z.string(),
  posts: z.array(heldPostSchema),
});
export type Me = z.infer<typeof meSchema>;

/** `GET /directory/units` */
export const unitsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      parent: z.string().nullable(),
      level: z.string(),
      name: bothSchema,
      invented: z.boolean(),
    }),
  ),
});

/** `GET /directory/units/{unit}/people?role=` */
export const peopleSchema = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});

/** `POST /directory/entries`: the administrator's one door; the newest entry of an id counts. */
export const recordEntrySchema = directoryEntryV1;

/** `POST /directory/deputies`: a head lets someone act for a time. */
export const appointDeputySchema = z.strictObject({
  post: postIdSchema,
  deputy: personIdSchema,
  from: dateSchema,
  to: dateSchema,
});
export const entryAnswerSchema = z.strictObject({ id: z.string(), ...commandAnswer });
