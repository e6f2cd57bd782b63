import { z } from 'zod';
import {
  deputyEntrySchema,
  directoryEntryV1,
  personEntrySchema,
  postEntrySchema,
  unitEntrySchema,
} from '../integration/directory.v1.ts';
import { roleSchema, roleSetSchema } from '../roles.ts';
import { dateSchema, line, personIdSchema, postIdSchema } from '../vocabulary.ts';
import { bothSchema, commandAnswer, pageQuery, personRefSchema } from './common.ts';

export const heldPostSchema = z.strictObject({
  post: z.string(),
  unit: z.string(),
  unitName: bothSchema,
  title: bothSchema,
  roles: z.array(roleSchema),
  /** Whose post it is, where a deputy acts for the time. */
  deputyFor: personRefSchema.exactOptional(),
});

/** `GET /directory/me` */
export const meSchema = z.strictObject({
  person: z.string(),
  name: z.string(),
  posts: z.array(heldPostSchema),
});
export type Me = z.infer<typeof meSchema>;

/** The day that a list is about, today where none is named. */
const asOf = dateSchema.exactOptional();

/** `GET /directory/units`: those that stand on that day, or all there ever were. */
export const unitsQuery = z.strictObject({ asOf, view: z.enum(['valid', 'all']).default('valid') });
export const unitsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      parent: z.string().nullable(),
      level: z.string(),
      name: bothSchema,
      invented: z.boolean(),
      /** First and last day. */
      from: dateSchema,
      to: dateSchema.nullable(),
    }),
  ),
});

/** `GET /directory/units/{unit}/posts`: who holds what on that day, and who acts for him. */
export const unitPostsQuery = z.strictObject({ asOf });
export const unitPostsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      title: bothSchema,
      roles: z.array(roleSchema),
      /** The head's own post. */
      leads: z.boolean(),
      /** `null`: whose post it is has left. */
      holder: personRefSchema.nullable(),
      deputy: personRefSchema.nullable(),
      /** First and last day of this holder. */
      from: dateSchema,
      to: dateSchema.nullable(),
    }),
  ),
});

export type UnitPosts = z.infer<typeof unitPostsSchema>;

/** `GET /directory/units/{unit}/people?role=` */
export const peopleQuery = z.strictObject({ role: roleSchema, asOf });
export const peopleSchema = z.strictObject({
  items: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});

const name = z.strictObject({ vi: line(200), en: line(200) });
/** Stricter than what is kept: entries from before stay readable. */
const account = {
  issuer: z
    .string()
    .max(300)
    .regex(/^https?:\/\/[a-z0-9.:[\]_-]+(\/[!"$->@-~]*)?$/i),
  subject: z
    .string()
    .max(255)
    .regex(/^[!-~]([ -~]*[!-~])?$/),
};
/**
 * `POST /directory/entries`: the administrators' one door; the newest entry of an id counts. What gives
 * a right, says who somebody is or ends an administrator's right waits for a second administrator.
 */
export const recordEntrySchema = z.discriminatedUnion('kind', [
  unitEntrySchema.extend({ name }),
  personEntrySchema.extend({ name: line(120), ...account }),
  postEntrySchema.extend({ title: name, roles: roleSetSchema }),
  deputyEntrySchema,
]);

/**
 * `POST /directory/deputies`: a head lets someone act for a time, from today on. With an earlier
 * last day the same again (`post`, `deputy`, `from`) ends it early.
 */
export const appointDeputySchema = z.strictObject({
  post: postIdSchema,
  deputy: personIdSchema,
  from: dateSchema,
  to: dateSchema,
});
/** `POST /directory/deputy-revocations`: ends a deputation at once, today included. */
export const revokeDeputySchema = appointDeputySchema.omit({ to: true });

export const entryAnswerSchema = z.strictObject({
  id: z.string(),
  ...commandAnswer,
  /** Set: nothing has changed yet; a second administrator decides under this id. */
  proposal: z.string().nullable(),
});

export const proposalIdSchema = z.uuid();

/** `GET /directory/proposals`: all that wait, or a page of all that there ever were, the newest first. */
export const proposalsQuery = z.strictObject({
  view: z.enum(['open', 'all']).default('open'),
  ...pageQuery,
});
export const proposalsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      entry: directoryEntryV1,
      /** What the directory said when it was proposed. */
      before: directoryEntryV1.nullable(),
      /** Whom both speak of, with their names: of somebody who is only proposed, the id. */
      people: z.array(personRefSchema),
      proposedBy: personRefSchema,
      proposedAt: z.string(),
      /** Then it ends by itself. */
      endsAt: z.string(),
      state: z.enum(['open', 'confirmed', 'declined', 'ended']),
      decidedBy: personRefSchema.nullable(),
      decidedAt: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type Proposals = z.infer<typeof proposalsSchema>;

/** `POST /directory/proposals/{proposal}/confirmation` and `…/refusal`, without a body. */
export const decidedSchema = z.strictObject({ id: z.string(), ...commandAnswer });
