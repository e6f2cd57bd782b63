import { z } from 'zod';
import { respondentsFact } from '../respondents.ts';
import {
  channelSchema,
  dateSchema,
  petitionKindSchema,
  petitionNumberSchema,
  senderKindSchema,
  storedLine,
  unitIdSchema,
} from '../vocabulary.ts';

export const INTAKE_TOPIC = 'intake.v1';

/** A petition was registered. Carries no person: who sent it stays sealed at intake. */
export const petitionReceivedV1 = z.strictObject({
  petition: petitionNumberSchema,
  /** As declared at the desk; classification decides. */
  declaredKind: petitionKindSchema,
  channel: channelSchema,
  senderKind: senderKindSchema,
  /** The unit that received it. */
  unit: unitIdSchema,
  receivedOn: dateSchema,
  /** On the paper, where it has a date. */
  datedOn: dateSchema.nullable(),
  /** What the desk saw of the paper: facts for the proposal. */
  signed: z.boolean(),
  named: z.boolean(),
  legible: z.boolean(),
  language: z.string().regex(/^[a-z]{2}$/),
  /** The unit whose decision or act is complained of, where it is one of ours. */
  respondentUnit: unitIdSchema.nullable(),
  /** Other units and people whom it names: people by tags, never by their ids. */
  respondents: respondentsFact.exactOptional(),
  /** Trích yếu: one line without persons. `null` where even that would tell (denunciations). */
  gist: storedLine(200).nullable(),
});
export type PetitionReceivedV1 = z.infer<typeof petitionReceivedV1>;
