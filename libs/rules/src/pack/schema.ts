import { z } from 'zod';

const isoDate = z.iso.date();
const text = z.string().min(1);
const words = z.strictObject({ vi: text, en: text });

/** `policy_default` is no law but an internal target. */
const confidence = z.enum(['high', 'medium', 'low', 'policy_default']);

/** A period is backward when its value is negative. */
export const unit = z.enum([
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
export type Unit = z.infer<typeof unit>;

export const deadlineRule = z.strictObject({
  id: text,
  /** Versions of one rule share it, e.g. `KN1.ACCEPT` of `.OLD` and `.NEW`. */
  family: text,
  category: z.array(text).min(1),
  stage: text,
  /** The event that starts the period, a key of `events`. */
  trigger: text,
  value: z.int(),
  unit,
  /** Counted from the last day of the trigger's year. */
  countedFrom: z.literal('year_end').optional(),
  condition: text.nullable(),
  /** First and last day in force, null where the pack sets no end. */
  from: isoDate.nullable(),
  to: isoDate.nullable(),
  selectedBy: z.enum(['receipt_date', 'event_date']),
  law: text,
  sources: z.array(text).min(1),
  confidence,
  name: words,
  /** Another text that may apply to the same step; the earlier date is the safe one. */
  alsoApplies: z.strictObject({ value: z.int().positive(), unit, law: text }).optional(),
  /** What stops the period, since when the law says so. */
  pause: z
    .strictObject({ ground: z.enum(['suspension', 'obstacle']), law: text, from: isoDate })
    .optional(),
  /** How often a written decision may add `value`, by complexity. */
  extension: z
    .strictObject({
      value: z.int().positive(),
      unit: z.literal('calendar_day'),
      limits: z.strictObject({ complex: z.int(), specially_complex: z.int() }),
      decision: text,
      law: text,
    })
    .optional(),
  /** A key of `consequences`; null: neither the law nor the pack names one. */
  onBreach: text.nullable(),
  note: text.nullable(),
});
export type DeadlineRule = z.infer<typeof deadlineRule>;

/** What a breach leads to; without a law it is the product's own policy. */
const consequence = words.extend({ law: text.nullable() });
export type Consequence = z.infer<typeof consequence>;

export const deadlinePack = z.strictObject({
  rules: z.array(deadlineRule).min(1),
  events: z.record(text, words),
  consequences: z.record(text, consequence),
});

const weekday = z.enum(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
const time = z.iso.time({ precision: -1 });

const calendarDay = z.strictObject({
  date: isoDate,
  weekday,
  name: words,
  type: z.enum(['statutory', 'compensatory', 'swap_off', 'swap_work']),
  /** The last three are drafts until a person approves them. */
  status: z.enum(['confirmed', 'statute', 'computed', 'projected', 'memory', 'unconfirmed']),
  source: text,
  /** The two halves of a swap count only together. */
  pairedWith: isoDate.optional(),
  /** Announced on; absent: known to every version of the calendar. Replaces what was known before. */
  knownFrom: isoDate.optional(),
  note: text.nullable(),
});
export type CalendarDay = z.infer<typeof calendarDay>;

export const calendarPack = z.strictObject({
  timezone: z.literal('Asia/Ho_Chi_Minh'),
  workingDays: z.array(weekday).min(1),
  officeHours: z.array(z.tuple([time, time])).min(1),
  officeHoursSource: text,
  /** A version knows what had been announced by its id, a date. The last one is in use. */
  versions: z
    .array(z.strictObject({ id: isoDate, confirmedThrough: isoDate, source: text }))
    .min(1),
  confirmedFrom: isoDate,
  rules: z.array(
    z.strictObject({
      id: text,
      rule: text,
      law: text,
      confirmed: z.union([z.boolean(), z.literal('secondary'), z.null()]),
      note: text.optional(),
    }),
  ),
  days: z.array(calendarDay),
});
export type CalendarPack = z.infer<typeof calendarPack>;

const inForce = z.strictObject({
  text,
  from: isoDate.optional(),
  to: isoDate.optional(),
});

const triageRule = z.strictObject({
  /** Rules are tried in this order. */
  order: z.int().positive(),
  when: words,
  then: z.array(text).min(1),
  law: z.array(inForce).min(1),
  confirmed: z.union([z.boolean(), z.literal('partly')]),
  note: text.nullable(),
});
export type TriageRule = z.infer<typeof triageRule>;

export const triagePackSchema = z.strictObject({
  rules: z.array(triageRule).min(1),
  outcomes: z.array(z.strictObject({ code: text, vi: text, en: text })),
  categories: z.array(z.looseObject({ code: text, vi: text, en: text, law: text })),
});
export type TriagePack = z.infer<typeof triagePackSchema>;

/** Ids that keep their meaning while the words changed on 1 March 2025. */
export const authorityLevel = z.enum(['chi_cuc', 'cuc', 'tong_cuc', 'bo', 'court']);
export type AuthorityLevel = z.infer<typeof authorityLevel>;

const dated = { from: isoDate.nullable(), to: isoDate.nullable() };

const jurisdictionRule = z.strictObject({
  id: text,
  type: z.enum(['complaint', 'denunciation', 'dispute', 'tip', 'petition', 'feedback']),
  subject: text,
  law: text,
  confirmed: z.union([z.boolean(), z.literal('partly')]),
  /** Law, or the product's own policy. */
  level: z.enum(['hard', 'policy']),
  note: text.nullable(),
});

const conflictRule = z.strictObject({
  id: text,
  rule: text,
  applies: text,
  level: z.enum(['hard', 'policy']),
  law: text,
});
export type ConflictRule = z.infer<typeof conflictRule>;

const title = z.strictObject({
  level: authorityLevel,
  from: isoDate.optional(),
  to: isoDate.optional(),
  unit: text,
  vi: text,
  en: text,
});
export type Title = z.infer<typeof title>;

export const jurisdictionPackSchema = z.strictObject({
  rules: z.array(jurisdictionRule).min(1),
  conflicts: z.array(conflictRule).min(1),
  titles: z.array(title).min(1),
});
export type JurisdictionPack = z.infer<typeof jurisdictionPackSchema>;

const unitLevel = z.enum([
  'bo',
  'tong_cuc',
  'central_unit',
  'cuc',
  'chi_cuc',
  'team',
  'task_force',
  'rapid_response',
]);

const organisationUnit = z.strictObject({
  id: text,
  level: unitLevel,
  parent: text.nullable(),
  name: z.strictObject({ vi: text, en: text.optional() }),
  code: text.optional(),
  ...dated,
  confirmed: z.boolean(),
  /** Made up for the demo. */
  invented: z.literal(true).optional(),
  seat: text.optional(),
  areaOfMarch2025: text.optional(),
  /** Where its area went when it ended. */
  successors: z.array(text).min(1).optional(),
});
export type OrganisationUnit = z.infer<typeof organisationUnit>;

const post = z.strictObject({
  id: text,
  unit: text,
  post: z.enum(['head', 'deputy', 'officer']),
  officer: text,
  ...dated,
  invented: z.literal(true).optional(),
});
export type Post = z.infer<typeof post>;

const officer = z.strictObject({
  id: text,
  name: words,
  ...dated,
  invented: z.literal(true).optional(),
});
export type Officer = z.infer<typeof officer>;

export const organisationPackSchema = z.strictObject({
  source: text,
  nameClash: text,
  units: z.array(organisationUnit).min(1),
  posts: z.array(post),
  officers: z.array(officer),
});
export type OrganisationPack = z.infer<typeof organisationPackSchema>;

export const sourcePack = z.strictObject({
  meta: z.looseObject({ compiled: isoDate }),
  sources: z.record(text, z.strictObject({ what: text, where: text })),
});
