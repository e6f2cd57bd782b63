import {
  channelSchema,
  clockChanges,
  deadlineBreached,
  petitionKindSchema,
  respondentsFact,
  senderKindSchema,
} from '@minh-bach/contracts';
import {
  caseNumber,
  defineEvent,
  owningUnit,
  petitionNumber,
  sealed,
  type EventOf,
  z,
} from '@minh-bach/kernel';

/** A petition arrived from reception; the clocks of its declared kind run from its receipt. */
export const petitionTaken = defineEvent(
  'PetitionTaken',
  z.strictObject({
    petition: petitionNumber(),
    declaredKind: petitionKindSchema,
    channel: channelSchema,
    senderKind: senderKindSchema,
    /** The unit that received it. */
    unit: owningUnit(),
    receivedOn: z.iso.date(),
    datedOn: z.iso.date().nullable(),
    signed: z.boolean(),
    named: z.boolean(),
    legible: z.boolean(),
    language: z.string(),
    respondentUnit: z.string().nullable(),
    respondents: respondentsFact.exactOptional(),
    /** `null` for a denunciation. */
    gist: z.string().nullable(),
    ...clockChanges,
  }),
);

/** A person said what it is, by content and not by title. */
export const petitionClassified = defineEvent(
  'PetitionClassified',
  z.strictObject({
    kind: petitionKindSchema,
    before: petitionKindSchema,
    reason: sealed('working', z.string()).nullable(),
    /** The unit complained of, where the registration names none and this classification does. */
    respondentUnit: z.string().exactOptional(),
    respondents: respondentsFact.exactOptional(),
    /** Who proposed it, where a second person confirmed: from denunciation to another kind. */
    proposedBy: z.string().exactOptional(),
    /** The decision that was there before, and stays as it is: called a denunciation only afterwards. */
    decided: z.enum(['accepted', 'settled']).exactOptional(),
    ...clockChanges,
  }),
);

/** Who is complained of or denounced, in place of what was said before: said once, they stay kept out. */
export const respondentsCorrected = defineEvent(
  'RespondentsCorrected',
  z.strictObject({
    respondentUnit: z.string().nullable(),
    respondents: respondentsFact.exactOptional(),
    reason: sealed('working', z.string()),
  }),
);

/**
 * One person proposes that a denunciation is something else. What is proposed lies in a field of its
 * own: no row reads it as what the petition is.
 */
export const reclassificationProposed = defineEvent(
  'ReclassificationProposed',
  z.strictObject({
    proposed: z.strictObject({
      kind: petitionKindSchema,
      respondentUnit: z.string().exactOptional(),
      respondents: respondentsFact.exactOptional(),
    }),
    reason: sealed('working', z.string()),
  }),
);

export const reclassificationDeclined = defineEvent(
  'ReclassificationDeclined',
  z.strictObject({
    proposed: z.strictObject({ kind: petitionKindSchema }),
    note: sealed('working', z.string()),
  }),
);

/**
 * Another unit handles the denunciation from now on: the one above, since nobody is left in its own whom
 * it cannot be about, or its own again. Nobody's right waits for this event; it tells those concerned.
 */
export const handlingMoved = defineEvent(
  'HandlingMoved',
  z.strictObject({
    /** `null`: nobody in the whole line. */
    to: z.string().nullable(),
    by: z.enum(['classifiers', 'auditors']),
    why: z.enum(['NOBODY_LEFT', 'SOMEBODY_AGAIN']),
  }),
);

/** Where a decision comes from: the rule of the pack that a person agreed with, or differed from. */
export const basisSchema = z.strictObject({
  /** Order of the triage rule that was proposed; `null` when none held. */
  rule: z.number().int().nullable(),
  law: z.string(),
  proposed: z.array(z.string()),
  /** Did the person decide as proposed? */
  agreed: z.boolean(),
  packVersion: z.string(),
});

/** Thụ lý: the petition is accepted and its case opened. */
export const petitionAccepted = defineEvent(
  'PetitionAccepted',
  z.strictObject({
    case: caseNumber(),
    instance: z.union([z.literal(1), z.literal(2)]),
    competentUnit: z.string(),
    /** What the case begins with, so that this event tells all of it. */
    kind: petitionKindSchema,
    receivedOn: z.iso.date(),
    respondentUnit: z.string().nullable(),
    gist: z.string().nullable(),
    /** Why this unit: the law that makes it competent; `null` where no unit of ours is named. */
    jurisdiction: z
      .strictObject({ level: z.string(), title: z.string(), law: z.string() })
      .nullable(),
    /** The person confirmed the conditions of Luật Khiếu nại Đ.8, 9, 11; `null`: not recorded then. */
    conditionsMet: z.literal(true).nullable(),
    reason: sealed('working', z.string()).nullable(),
    basis: basisSchema,
    ...clockChanges,
  }),
  {
    version: 2,
    upcasters: { 1: (data) => ({ ...(data as object), conditionsMet: null }) },
  },
);

const settlement = {
  outcome: z.enum(['not_accepted', 'guided', 'transferred', 'filed']),
  /** The body the sender is guided to, or the petition transferred to. */
  competentBody: z.string().nullable(),
  basis: basisSchema,
};

/** It ends here without a case: not accepted, guided, transferred or filed. */
export const petitionSettled = defineEvent(
  'PetitionSettled',
  z.strictObject({
    ...settlement,
    /** Where a second person confirmed, what they noted; the reason then stands in the proposal. */
    reason: sealed('working', z.string()).nullable(),
    /** Who proposed it, where a second person confirmed: a denunciation. */
    proposedBy: z.string().exactOptional(),
    ...clockChanges,
  }),
  { version: 2, upcasters: { 1: (data) => data } },
);

/** One person proposes how a denunciation ends. Its clocks run on. */
export const settlementProposed = defineEvent(
  'SettlementProposed',
  z.strictObject({
    proposed: z.strictObject(settlement),
    reason: sealed('working', z.string()),
  }),
);

export const settlementDeclined = defineEvent(
  'SettlementDeclined',
  z.strictObject({
    proposed: z.strictObject({ outcome: settlement.outcome }),
    note: sealed('working', z.string()),
  }),
);

export const noteAdded = defineEvent(
  'NoteAdded',
  z.strictObject({ text: sealed('working', z.string()) }),
);

/** A case number is drawn once: this stream is named after it. */
export const caseNumberReserved = defineEvent(
  'CaseNumberReserved',
  z.strictObject({ case: caseNumber(), petition: petitionNumber() }),
);

export type PetitionEvent =
  | EventOf<typeof petitionTaken>
  | EventOf<typeof petitionClassified>
  | EventOf<typeof handlingMoved>
  | EventOf<typeof reclassificationProposed>
  | EventOf<typeof reclassificationDeclined>
  | EventOf<typeof settlementProposed>
  | EventOf<typeof settlementDeclined>
  | EventOf<typeof respondentsCorrected>
  | EventOf<typeof petitionAccepted>
  | EventOf<typeof petitionSettled>
  | EventOf<typeof noteAdded>
  | EventOf<typeof deadlineBreached>;
export type CaseNumberReserved = EventOf<typeof caseNumberReserved>;
export type Basis = z.infer<typeof basisSchema>;
