import { actorSchema } from '@minh-bach/kernel';
import { z } from 'zod';

const both = z.strictObject({ vi: z.string(), en: z.string() });

/** One event of a matter, in words: what a page, `mb history` and an auditor read. */
export const historyEntrySchema = z.strictObject({
  position: z.string(),
  service: z.string(),
  stream: z.string(),
  revision: z.number().int(),
  eventId: z.string(),
  type: z.string(),
  occurredAt: z.string(),
  /** Why it was written down later than it happened. */
  occurredReason: both.exactOptional(),
  recordedAt: z.string(),
  actor: actorSchema.extend({
    name: z.string().exactOptional(),
    deputyForName: z.string().exactOptional(),
    unitName: both.exactOptional(),
  }),
  summary: both,
  changes: z.array(
    z.strictObject({
      label: both,
      value: z.union([z.string(), both, z.null()]),
      /** The value is sealed: shown as closed until it is opened on purpose. */
      closed: z.enum(['identity', 'working']).exactOptional(),
    }),
  ),
  rules: z.array(
    z.strictObject({
      rule: z.string(),
      version: z.string().exactOptional(),
      /** The version of the calendar by which its days were counted. */
      calendar: z.string().exactOptional(),
      /** What the rule asks for, in a few words. */
      name: both.exactOptional(),
      law: z.string(),
      legal: z.boolean(),
      due: z.string().exactOptional(),
      provisional: z.boolean().exactOptional(),
      explanation: both,
    }),
  ),
  /** Where the matter stood in this service after the event. */
  state: both.exactOptional(),
});

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const serviceHistorySchema = z.strictObject({ entries: z.array(historyEntrySchema) });

/** Nothing is left out in silence. */
export const matterHistorySchema = z.strictObject({
  entries: z.array(historyEntrySchema),
  /** Services that did not answer. */
  pending: z.array(z.string()),
  /** Services whose part the asker's role never shows, whether or not they have one of this matter. */
  withheld: z.array(z.string()),
});
