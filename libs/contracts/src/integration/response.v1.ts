import { z } from 'zod';
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

export const decisionIssuedV1 = z.strictObject({
  ...ofCase,
  unit: unitIdSchema,
  decisionNumber: storedLine(60),
  issuedOn: dateSchema,
  /** Absent in older ones. */
  conclusion: conclusionSchema.exactOptional(),
  /** The limit of sending it. */
  clock: clockStartedSchema.exactOptional(),
});

export const decisionSentV1 = z.strictObject({ ...ofCase, sentOn: dateSchema });
export const decisionDeliveredV1 = z.strictObject({
  ...ofCase,
  receivedOn: dateSchema,
  /** Until when the complainant may complain a second time. */
  window: clockStartedSchema.exactOptional(),
});
export const caseClosedV1 = z.strictObject({ ...ofCase, on: dateSchema });
