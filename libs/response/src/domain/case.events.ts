import {
  clockChanges,
  clockStartedSchema,
  conclusionSchema,
  deadlineBreached,
  petitionKindSchema,
  sendingMethodSchema,
} from '@minh-bach/contracts';
import { defineEvent, sealed, type EventOf, z } from '@minh-bach/kernel';

const date = z.iso.date();
/** What is told to others carries its case, since a translation sees one event. */
const ofCase = { case: z.string(), petitions: z.array(z.string()).min(1), unit: z.string() };

/** Investigation concluded: the decision is to be drawn up. */
export const responseRequested = defineEvent(
  'ResponseRequested',
  z.strictObject({
    ...ofCase,
    kind: petitionKindSchema,
    conclusion: conclusionSchema,
    instance: z.union([z.literal(1), z.literal(2)]),
    receivedOn: date,
    concludedOn: date,
    /** The limit of resolution, which runs until the decision is issued. */
    clock: clockStartedSchema.exactOptional(),
    gist: z.string().nullable(),
  }),
);

/** The signed decision; its clock of sending runs from the day of issue (Luật Khiếu nại Đ.32). */
export const decisionIssued = defineEvent(
  'DecisionIssued',
  z.strictObject({
    ...ofCase,
    decisionNumber: z.string(),
    issuedOn: date,
    /** Person id of who signed. */
    signer: z.string(),
    text: sealed('working', z.string()),
    ...clockChanges,
  }),
);

export const decisionSent = defineEvent(
  'DecisionSent',
  z.strictObject({
    ...ofCase,
    method: sendingMethodSchema,
    sentOn: date,
    /** To whom and where. */
    addressee: sealed('identity', z.string()),
    ...clockChanges,
  }),
);

export const decisionDelivered = defineEvent(
  'DecisionDelivered',
  z.strictObject({ ...ofCase, receivedOn: date }),
);
export const caseClosed = defineEvent('CaseClosed', z.strictObject(ofCase));

export type CaseEvent =
  | EventOf<typeof responseRequested>
  | EventOf<typeof decisionIssued>
  | EventOf<typeof decisionSent>
  | EventOf<typeof decisionDelivered>
  | EventOf<typeof caseClosed>
  | EventOf<typeof deadlineBreached>;
