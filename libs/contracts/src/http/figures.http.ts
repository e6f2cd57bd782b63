import { z } from 'zod';
import { bothSchema, unitRefSchema } from './common.ts';

const count = z.number().int();
const monthSchema = z.string().regex(/^\d{4}-\d\d$/);

/** What is counted of a month; a `days` figure says of how many matters settling took `value` days. */
export const FIGURES = [
  'received',
  'settled',
  'limited',
  'inTime',
  'late',
  'days',
  'upheld',
  'partly_upheld',
  'dismissed',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** `GET /<service>/figures`: of months that are over, for the gateway, which shows no small number. */
export const figuresSchema = z.strictObject({
  /** All units there are: a line that is missing would tell something. */
  units: z.array(unitRefSchema),
  /** The last twelve that are over, the latest first. */
  months: z.array(monthSchema),
  sums: z.array(
    z.strictObject({
      what: z.enum(FIGURES),
      month: monthSchema,
      unit: z.string(),
      value: count,
      n: count,
    }),
  ),
});
export type Figures = z.infer<typeof figuresSchema>;

/** A share, as near as it may be told: a part of fewer than five is counted as four. */
const shareSchema = z.strictObject({
  percent: count,
  is: z.enum(['exactly', 'at_least', 'at_most']),
});
/** One line of the public figures; `null` is hidden. */
export const figureLineSchema = z.strictObject({
  received: count.nullable(),
  settled: count.nullable(),
  inTime: shareSchema.nullable(),
  late: count.nullable(),
  medianDays: count.nullable(),
  upheld: count.nullable(),
  partlyUpheld: count.nullable(),
  dismissed: count.nullable(),
});
export type FigureLine = z.infer<typeof figureLineSchema>;

/** What the page of figures shows. */
export const publicFiguresSchema = z.strictObject({
  month: monthSchema,
  /** The last day that is in them. */
  closedOn: z.iso.date(),
  /** Others that can be asked for, the latest first. */
  months: z.array(monthSchema),
  total: figureLineSchema,
  units: z.array(figureLineSchema.extend({ id: z.string(), name: bothSchema })),
});
export type PublicFigures = z.infer<typeof publicFiguresSchema>;
