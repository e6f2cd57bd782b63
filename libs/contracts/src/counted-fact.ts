import { z } from 'zod';
import { dateSchema, instantSchema } from './vocabulary.ts';

const unit = z.enum([
  'calendar_day',
  'working_day',
  'working_hour',
  'hour',
  'minute',
  'year',
  'immediate',
  'day_unspecified',
  'session_per_month',
]);
const days = z.array(dateSchema).readonly();
const law = z.string();
const step = <Kind extends string, Shape extends z.core.$ZodLooseShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

/**
 * How a clock was counted, as data. `explainDeadline()` of `@minh-bach/rules` puts it into words, by
 * the version of the words in `wording` and the calendar that the clock names. `DeadlineStep` there says
 * what each step means; the compiler holds both to the same shape.
 */
export const countedSchema = z.strictObject({
  wording: z.literal(1),
  /** Of the rule; below 0 it counts back. */
  value: z.int(),
  unit,
  steps: z
    .array(
      z.discriminatedUnion('kind', [
        step('start', { event: z.string(), excluded: z.boolean(), basis: law }),
        step('count', { value: z.int(), from: z.union([dateSchema, instantSchema]) }),
        step('assume_midnight', {}),
        step('skip', { days }),
        step('pause', { from: dateSchema, to: dateSchema.nullable(), days: z.int(), basis: law }),
        step('extend', { days: z.int(), decision: z.string(), decidedOn: dateSchema, basis: law }),
        step('roll', { basis: law }),
        step('rest_day', {}),
        step('other_text', { law, value: z.int(), unit, due: dateSchema }),
        step('unit_unclear', { other: dateSchema }),
        step('draft', { days }),
        step('provisional', {}),
      ]),
    )
    .readonly(),
});

export type Counted = z.infer<typeof countedSchema>;
