import { z } from 'zod';
import { dateSchema, instantSchema } from './vocabulary.ts';

/**
 * A running legal clock as the event that started it says: the date, the rule it comes from, and how
 * it was counted, so that both commit together and the log explains itself for ever.
 */
export const clockStartedSchema = z.strictObject({
  rule: z.string(),
  ruleVersion: z.string(),
  calendarVersion: z.string(),
  source: z.strictObject({ law: z.string(), confidence: z.string() }),
  /** `false`: an internal target (`policy_default`), never shown as law. */
  legal: z.boolean(),
  name: z.strictObject({ vi: z.string(), en: z.string() }),
  trigger: z.string(),
  /** Last day (or instant, where the rule counts hours). */
  due: z.union([dateSchema, instantSchema]),
  unrolled: z.union([dateSchema, instantSchema]),
  safeDue: z.union([dateSchema, instantSchema]),
  /** When `due` is over, UTC. */
  endsAt: instantSchema,
  safeEndsAt: instantSchema,
  provisional: z.boolean(),
  explanation: z.strictObject({ vi: z.string(), en: z.string() }),
});

export type ClockStarted = z.infer<typeof clockStartedSchema>;

/** How a clock ended: met by what it asked for, or void since it asks this matter for nothing. */
export const clockEndedSchema = z.strictObject({
  rule: z.string(),
  how: z.enum(['met', 'void']),
  reason: z.strictObject({ vi: z.string(), en: z.string() }).exactOptional(),
});

export type ClockEnded = z.infer<typeof clockEndedSchema>;
