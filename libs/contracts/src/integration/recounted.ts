import { z } from 'zod';
import { clockStartedSchema } from '../clock-fact.ts';
import {
  caseNumberSchema,
  channelSchema,
  dateSchema,
  petitionNumberSchema,
} from '../vocabulary.ts';

/** Two people corrected the receipt date. Nothing of a person, and no reason, travels. */
export const receiptDateCorrectedV1 = z.strictObject({
  petition: petitionNumberSchema,
  receivedOn: dateSchema,
  channel: channelSchema.exactOptional(),
});
export type ReceiptDateCorrectedV1 = z.infer<typeof receiptDateCorrectedV1>;

/** What is known of the sender was corrected. Nothing of it travels: whoever has to know reads the marks in the log. */
export const senderCorrectedV1 = z.strictObject({ petition: petitionNumberSchema });

/** The receipt date of a petition that has a case: from triage to investigation, and from there to response. */
export const caseReceiptCorrectedV1 = z.strictObject({
  case: caseNumberSchema,
  petitions: z.array(petitionNumberSchema).min(1),
  receivedOn: dateSchema,
});

/** The limit that the sender waits by is another day; `null`: none any more. */
export const petitionClockRecalculatedV1 = z.strictObject({
  petition: petitionNumberSchema,
  clock: clockStartedSchema.nullable(),
});
