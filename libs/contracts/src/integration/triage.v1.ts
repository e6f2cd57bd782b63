import { z } from 'zod';
import {
  caseNumberSchema,
  dateSchema,
  instanceSchema,
  petitionKindSchema,
  petitionNumberSchema,
  storedLine,
  unitIdSchema,
} from '../vocabulary.ts';

export const TRIAGE_TOPIC = 'triage.v1';

export const petitionClassifiedV1 = z.strictObject({
  petition: petitionNumberSchema,
  kind: petitionKindSchema,
  /** The unit complained of, where this classification named it. */
  respondentUnit: unitIdSchema.exactOptional(),
});

/** The petition was accepted (thụ lý) and its case opened. */
export const caseOpenedV1 = z.strictObject({
  case: caseNumberSchema,
  petitions: z.array(petitionNumberSchema).min(1),
  kind: petitionKindSchema,
  instance: instanceSchema,
  /** The unit that must resolve it. */
  competentUnit: unitIdSchema,
  respondentUnit: unitIdSchema.nullable(),
  receivedOn: dateSchema,
  acceptedOn: dateSchema,
  gist: storedLine(200).nullable(),
});
export type CaseOpenedV1 = z.infer<typeof caseOpenedV1>;

/** The petition ends here without a case. */
export const petitionSettledV1 = z.strictObject({
  petition: petitionNumberSchema,
  outcome: z.enum(['not_accepted', 'guided', 'transferred', 'filed']),
  on: dateSchema,
});
export type PetitionSettledV1 = z.infer<typeof petitionSettledV1>;
