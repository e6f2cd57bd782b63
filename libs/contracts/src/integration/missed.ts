import { z } from 'zod';
import {
  caseNumberSchema,
  dateSchema,
  instantSchema,
  petitionNumberSchema,
} from '../vocabulary.ts';

/** A limit that is over, by rule and last day. Who was told stays untold: whether somebody was. */
export const missed = {
  rule: z.string(),
  due: z.union([dateSchema, instantSchema]),
  /** The day on which it was noticed. */
  on: dateSchema,
  superiorTold: z.boolean(),
};

/** Investigation and response tell of it alike. */
export const caseDeadlineMissedV1 = z.strictObject({
  case: caseNumberSchema,
  petitions: z.array(petitionNumberSchema).min(1),
  ...missed,
});
