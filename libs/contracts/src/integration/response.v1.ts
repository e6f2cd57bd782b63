import { z } from 'zod';
import { dayOfSchema } from '../claimed-day.ts';
import { clockStartedSchema } from '../clock-fact.ts';
import {
  caseNumberSchema,
  conclusionSchema,
  dateSchema,
  petitionNumberSchema,
  storedLine,
  unitIdSchema,
} from '../vocabulary.ts';

export const RESPONSE_TOPIC = 'response.v1';

const ofCase = { case: caseNumberSchema, petitions: z.array(petitionNumberSchema).min(1) };

/** The day of recording, where the day that is said waits for a second person. */
const countsFrom = dateSchema.exactOptional();

export const decisionIssuedV1 = z.strictObject({
  ...ofCase,
  unit: unitIdSchema,
  decisionNumber: storedLine(60),
  issuedOn: dateSchema,
  countsFrom,
  /** Absent in older ones. */
  conclusion: conclusionSchema.exactOptional(),
  /** The limit of sending it. */
  clock: clockStartedSchema.exactOptional(),
  /** That of publishing it. */
  publication: clockStartedSchema.exactOptional(),
  /** After which day it has legal effect, where nobody complains again. */
  inForceAfter: dateSchema.exactOptional(),
});

export const decisionSentV1 = z.strictObject({ ...ofCase, sentOn: dateSchema, countsFrom });
export const decisionDeliveredV1 = z.strictObject({
  ...ofCase,
  receivedOn: dateSchema,
  countsFrom,
  /** Until when the complainant may complain a second time. */
  window: clockStartedSchema.exactOptional(),
});
/** A second person confirmed a day that waited, or did not: that of recording counts then. */
export const decisionDaySettledV1 = z.strictObject({
  ...ofCase,
  of: dayOfSchema,
  day: dateSchema,
  countsFrom: dateSchema,
  isConfirmed: z.boolean(),
  window: clockStartedSchema.exactOptional(),
});
export const caseClosedV1 = z.strictObject({ ...ofCase, on: dateSchema });
export const decisionPublishedV1 = z.strictObject({ ...ofCase, publishedOn: dateSchema });
export const publicationTakenBackV1 = z.strictObject({ ...ofCase, on: dateSchema });
