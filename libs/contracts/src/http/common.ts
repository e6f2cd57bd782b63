import { z } from 'zod';
import { dateSchema } from '../vocabulary.ts';

export const bothSchema = z.strictObject({ vi: z.string(), en: z.string() });

/** What every command answers; `ETag` carries the revision and `X-Position` the position as well. */
export const commandAnswer = {
  /** Of the stream after the command; send it back as `If-Match: "<revision>"`. */
  revision: z.number().int(),
  /** Wait for it in a query by `?after=`: read your own write. */
  position: z.string().nullable(),
};

/** A person by id, with the name that pages show. */
export const personRefSchema = z.strictObject({ id: z.string(), name: z.string() });
export const unitRefSchema = z.strictObject({ id: z.string(), name: bothSchema });

/** Whom a petition names, as pages show it to those who may know. */
export const respondentRefsSchema = z.strictObject({
  units: z.array(unitRefSchema),
  people: z.array(personRefSchema),
});

/** A due date in words; the server counts, never the browser's clock. */
export const dueSchema = z.strictObject({
  rule: z.string(),
  ruleVersion: z.string(),
  name: bothSchema,
  law: z.string(),
  /** `false`: an internal target, drawn dashed and never shown as law. */
  legal: z.boolean(),
  due: z.string(),
  safeDue: z.string(),
  provisional: z.boolean(),
  overdue: z.boolean(),
  /** `soon`: the last two working days, and today. */
  tone: z.enum(['overdue', 'soon', 'running']),
  /** e.g. "Còn 2 ngày làm việc". */
  text: bothSchema,
  explanation: bothSchema,
});
export type Due = z.infer<typeof dueSchema>;

/** As a list shows it. The matter's page says how it was counted. */
export const listedDueSchema = dueSchema.omit({ explanation: true });
export type ListedDue = z.infer<typeof listedDueSchema>;

/** A list counts no further: nobody looks at the difference, and counting a long list takes long. */
export const MOST_COUNTED = 1_000;

export const pageQuery = {
  cursor: z.string().max(500).exactOptional(),
  limit: z.coerce.number().int().min(1).max(50).default(25),
  /** Position of one's own last command, to see it in the list. */
  after: z.string().max(200).exactOptional(),
};

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    /** On the first page; later ones do not count again. */
    total: z.number().int().nullable(),
    /** There are more than `total`. */
    moreThanTotal: z.literal(true).exactOptional(),
  });

/** ISO 8601, by the calendar of Việt Nam, years 2000 to 2999: `2026-W47` begins on Monday, 16/11/2026. */
export const weekSchema = z.string().regex(/^2\d{3}-W(0[1-9]|[1-4]\d|5[0-3])$/);

/** A list that is read a week at a time. */
export const weekQuery = {
  /** @default the week that it is */
  week: weekSchema.exactOptional(),
  ...pageQuery,
};
export const weekOf = {
  week: weekSchema,
  /** Monday and Sunday. */
  from: dateSchema,
  to: dateSchema,
  /** The weeks beside it. */
  before: z.string(),
  after: z.string(),
};
