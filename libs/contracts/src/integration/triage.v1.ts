import { z } from 'zod';
import { clockStartedSchema } from '../clock-fact.ts';
import {
  caseNumberSchema,
  dateSchema,
  instanceSchema,
  petitionKindSchema,
  petitionNumberSchema,
  settlementGroundSchema,
  storedLine,
  unitIdSchema,
} from '../vocabulary.ts';
import { missed } from './missed.ts';

export const TRIAGE_TOPIC = 'triage.v1';

/** Triage has it, and by when it answers whether it is accepted, where a law says so. */
export const petitionTakenV1 = z.strictObject({
  petition: petitionNumberSchema,
  clock: clockStartedSchema.exactOptional(),
});

export const petitionClassifiedV1 = z.strictObject({
  petition: petitionNumberSchema,
  kind: petitionKindSchema,
  /** The unit complained of, where this classification named it. */
  respondentUnit: unitIdSchema.exactOptional(),
  /** The limit that its answer has now; `null`: none any more. Absent: as it was. */
  clock: clockStartedSchema.nullable().exactOptional(),
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
  /** The earliest day on which it was ever said to have been received, where that is another. */
  keptSince: dateSchema.exactOptional(),
  acceptedOn: dateSchema,
  gist: storedLine(200).nullable(),
});
export type CaseOpenedV1 = z.infer<typeof caseOpenedV1>;

/** The petition ends here without a case. */
export const petitionSettledV1 = z.strictObject({
  petition: petitionNumberSchema,
  outcome: z.enum(['not_accepted', 'guided', 'transferred', 'filed']),
  on: dateSchema,
  /** Of a denunciation nothing more is told. The body that it was sent to, or its sender guided to. */
  competentBody: storedLine(200).exactOptional(),
  ground: settlementGroundSchema.exactOptional(),
  /** Number of the notice that its sender was sent. */
  notice: storedLine(60).exactOptional(),
});
export type PetitionSettledV1 = z.infer<typeof petitionSettledV1>;

/** It is dealt with together with another one, whose number its sender may know only where it is theirs. */
export const petitionMergedV1 = z.strictObject({
  petition: petitionNumberSchema,
  into: petitionNumberSchema,
  on: dateSchema,
});

/** It stands as before it was merged. */
export const petitionUnmergedV1 = z.strictObject({
  petition: petitionNumberSchema,
  /** Else it waits for its classification. */
  isClassified: z.boolean(),
  clock: clockStartedSchema.exactOptional(),
});

export const petitionDeadlineMissedV1 = z.strictObject({
  petition: petitionNumberSchema,
  ...missed,
});
