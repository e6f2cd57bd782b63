import {
  clockChanges,
  clockStartedSchema,
  conclusionSchema,
  deadlineBreached,
  petitionKindSchema,
} from '@minh-bach/contracts';
import { defineEvent, sealed, type EventOf, z } from '@minh-bach/kernel';

const date = z.iso.date();
const working = sealed('working', z.string());
const version = z.number().int().positive();
const instance = z.union([z.literal(1), z.literal(2)]);
/** What is told to others carries its case, since a translation sees one event. */
const ofCase = { case: z.string(), petitions: z.array(z.string()).min(1) };

/** Triage accepted: the clock of resolution runs from acceptance (Luật Khiếu nại Đ.28). */
export const caseReceived = defineEvent(
  'CaseReceived',
  z.strictObject({
    ...ofCase,
    kind: petitionKindSchema,
    instance,
    /** The unit that must resolve it. */
    competentUnit: z.string(),
    respondentUnit: z.string().nullable(),
    receivedOn: date,
    acceptedOn: date,
    gist: z.string().nullable(),
    ...clockChanges,
  }),
);

export const caseAssigned = defineEvent(
  'CaseAssigned',
  z.strictObject({ ...ofCase, assignee: z.string() }),
);
export const noteAdded = defineEvent('NoteAdded', z.strictObject({ text: working }));

/** Giải trình of the complained-of side. */
export const explanationRecorded = defineEvent(
  'ExplanationRecorded',
  z.strictObject({ givenBy: working, givenOn: date, text: working }),
);
export const evidenceRecorded = defineEvent(
  'EvidenceRecorded',
  z.strictObject({ title: working, obtainedOn: date, text: working }),
);

/** A draft with a number of its own: who approves, approves this text. */
export const conclusionProposed = defineEvent(
  'ConclusionProposed',
  z.strictObject({
    ...ofCase,
    version,
    conclusion: conclusionSchema,
    findings: working,
    law: z.string(),
    measures: working,
  }),
);
export const conclusionReturned = defineEvent(
  'ConclusionReturned',
  z.strictObject({ ...ofCase, version, note: working }),
);
export const conclusionApproved = defineEvent(
  'ConclusionApproved',
  z.strictObject({
    ...ofCase,
    version,
    conclusion: conclusionSchema,
    kind: petitionKindSchema,
    unit: z.string(),
    instance,
    receivedOn: date,
    gist: z.string().nullable(),
    /** The limit of resolution as it runs on, for those who draw up the decision. */
    clock: clockStartedSchema.exactOptional(),
  }),
);

/** Response issued the decision: what the clock of resolution asked for. */
export const decisionNoted = defineEvent(
  'DecisionNoted',
  z.strictObject({ decisionNumber: z.string(), issuedOn: date, ...clockChanges }),
);

export type CaseEvent =
  | EventOf<typeof caseReceived>
  | EventOf<typeof caseAssigned>
  | EventOf<typeof noteAdded>
  | EventOf<typeof explanationRecorded>
  | EventOf<typeof evidenceRecorded>
  | EventOf<typeof conclusionProposed>
  | EventOf<typeof conclusionReturned>
  | EventOf<typeof conclusionApproved>
  | EventOf<typeof decisionNoted>
  | EventOf<typeof deadlineBreached>;
