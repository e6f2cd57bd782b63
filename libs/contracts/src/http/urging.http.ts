import { z } from 'zod';
import { dateSchema } from '../vocabulary.ts';
import { bothSchema, personRefSchema, unitRefSchema } from './common.ts';

/** How the level above urged a petition, a case, a decision; and what the unit answered. */
export const urgingSchema = z.strictObject({
  at: z.string(),
  by: personRefSchema,
  /** For which the person acted. */
  unit: unitRefSchema,
  to: unitRefSchema,
  ground: bothSchema,
  law: z.string(),
  letter: z.string().nullable(),
  letterOn: dateSchema.nullable(),
  /** `null` where it was erased. */
  request: z.string().nullable(),
  /** Why it is late, as the unit reported it; its text is `null` where it was erased. */
  report: z
    .strictObject({
      at: z.string(),
      by: personRefSchema,
      letter: z.string().nullable(),
      text: z.string().nullable(),
    })
    .nullable(),
});
export type UrgingTold = z.infer<typeof urgingSchema>;
