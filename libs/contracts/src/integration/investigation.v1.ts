import { z } from 'zod';
import { clockStartedSchema } from '../clock-fact.ts';
import {
  caseNumberSchema,
  conclusionSchema,
  dateSchema,
  instanceSchema,
  personIdSchema,
  petitionKindSchema,
  petitionNumberSchema,
  storedLine,
  unitIdSchema,
} from '../vocabulary.ts';

export const INVESTIGATION_TOPIC = 'investigation.v1';

const ofCase = { case: caseNumberSchema, petitions: z.array(petitionNumberSchema).min(1) };

/** Its limit of resolution runs. */
export const caseReceivedV1 = z.strictObject({
  ...ofCase,
  acceptedOn: dateSchema,
  clock: clockStartedSchema.exactOptional(),
});
export const caseAssignedV1 = z.strictObject({ ...ofCase, on: dateSchema });
export const conclusionProposedV1 = z.strictObject({ ...ofCase, on: dateSchema });
export const conclusionReturnedV1 = z.strictObject({ ...ofCase, on: dateSchema });

/** A second person approved the conclusion: the decision may be drawn up. */
export const caseConcludedV1 = z.strictObject({
  ...ofCase,
  kind: petitionKindSchema,
  unit: unitIdSchema,
  conclusion: conclusionSchema,
  instance: instanceSchema,
  receivedOn: dateSchema,
  /** The earliest day on which it was ever said to have been received, where that is another. */
  keptSince: dateSchema.exactOptional(),
  concludedOn: dateSchema,
  /** The limit of resolution, which runs until the decision is issued. */
  clock: clockStartedSchema.exactOptional(),
  gist: storedLine(200).nullable(),
  /** Absent in older ones. */
  approvedBy: personIdSchema.exactOptional(),
});
export type CaseConcludedV1 = z.infer<typeof caseConcludedV1>;
