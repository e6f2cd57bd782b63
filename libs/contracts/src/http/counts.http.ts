import { z } from 'zod';
import { dateSchema, petitionKindSchema, unitIdSchema } from '../vocabulary.ts';
import { unitRefSchema, weekSchema } from './common.ts';

/** Calendar days since the petition was received; the last band has no end. */
export const AGE_BANDS = [
  { from: 0, to: 10 },
  { from: 11, to: 30 },
  { from: 31, to: 45 },
  { from: 46, to: 90 },
  { from: 91, to: null },
] as const;

const count = z.number().int();

/** `GET /{service}/counts` */
export const countsQuery = z.strictObject({
  /** This unit and those below it, in place of the asker's whole branch. */
  unit: unitIdSchema.exactOptional(),
});
const ofClocks = z.strictObject({ inTime: count, late: count });
export const countsSchema = z.strictObject({
  asOf: dateSchema,
  unit: unitRefSchema,
  /** The last 26 weeks, the present one last: what came in, and what was finished for good. */
  weeks: z.array(z.strictObject({ week: weekSchema, from: dateSchema, in: count, out: count })),
  /** The last twelve months: steps that were done in time or late, of the law's limits and of our targets. */
  months: z.array(z.strictObject({ month: z.string(), law: ofClocks, internal: ofClocks })),
  /** What waits, by how long ago it was received. */
  ages: z.array(z.strictObject({ from: count, to: count.nullable(), n: count })),
  /** What waits, by the state in which this service has it, and by kind. */
  stages: z.array(z.strictObject({ state: z.string(), kind: petitionKindSchema, n: count })),
  /** What waits, by the units directly below with theirs, and in the unit itself; of it, what is past a limit. */
  units: z.array(
    z.strictObject({ unit: unitRefSchema, open: count, lateByLaw: count, lateByTarget: count }),
  ),
});
export type Counts = z.infer<typeof countsSchema>;
