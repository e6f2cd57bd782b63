import { z } from 'zod';
import { roleSchema } from '../roles.ts';
import { dateSchema, petitionKindSchema, unitIdSchema } from '../vocabulary.ts';
import { bothSchema, pageOf, pageQuery, personRefSchema, unitRefSchema } from './common.ts';

export const NOTICE_VIEWS = ['open', 'done'] as const;

/** `GET /{service}/notices`: breaches that the asker, or their post, was told of. */
export const noticesQuery = z.strictObject({
  /** `open`: still late, the longest first. `done`: made good since, the last first. */
  view: z.enum(NOTICE_VIEWS).default('open'),
  /** Of this unit alone. */
  unit: unitIdSchema.exactOptional(),
  ...pageQuery,
});

/** How the matter stands now, for those who have it in their lists. */
export const matterLineSchema = z.strictObject({
  kind: petitionKindSchema.nullable(),
  isDenunciation: z.boolean(),
  gist: z.string().nullable(),
  stateText: bothSchema,
  /** The person or office that must act next; `null`: there is nothing left to do. */
  holder: z
    .strictObject({ role: roleSchema, unit: unitRefSchema, person: personRefSchema.nullable() })
    .nullable(),
  /** When the level above last urged it. */
  urgedOn: dateSchema.nullable(),
  /** When the unit last reported why it is late. */
  reportedOn: dateSchema.nullable(),
});

const lateness = {
  matter: z.string(),
  due: z.string(),
  /** By the clock's own days, as of now: "Quá hạn 3 ngày làm việc". */
  late: bothSchema,
};

export const noticesSchema = pageOf(
  z.strictObject({
    ...lateness,
    rule: z.string(),
    name: bothSchema,
    legal: z.boolean(),
    at: z.string(),
    /** That is late. */
    unit: unitRefSchema.nullable(),
    /** The head for whom another was told, acting in his post that day. */
    deputyFor: personRefSchema.nullable(),
    /** What the rules say it leads to: `law` is the source, `null` for the product's own policy. */
    consequence: z.strictObject({ text: bothSchema, law: z.string().nullable() }).nullable(),
    law: z.string(),
    /** How the day was counted; `null` where an old event does not tell. */
    counted: z.strictObject({ ruleVersion: z.string(), explanation: bothSchema }).nullable(),
    /** When the late step was done; `null` while it is late. */
    doneOn: dateSchema.nullable(),
    /** It was taken back: the limit was another day. */
    isWithdrawn: z.boolean(),
    line: matterLineSchema.nullable(),
  }),
);

/** `GET /{service}/notices/units`: what is still late, by unit; internal targets apart from the law's limits. */
export const noticeUnitsSchema = z.strictObject({
  units: z.array(
    z.strictObject({
      unit: unitRefSchema.nullable(),
      legal: z.boolean(),
      count: z.number().int(),
      oldest: z.strictObject(lateness),
    }),
  ),
});
