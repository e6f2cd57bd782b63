import { z } from 'zod';
import { shownSchema } from '../columns/shown-schema.ts';
import { TRIAGE_COLUMNS } from '../columns/triage.columns.ts';
import {
  dateSchema,
  instanceSchema,
  petitionKindSchema,
  petitionNumberSchema,
  senderKindSchema,
} from '../vocabulary.ts';
import {
  bothSchema,
  commandAnswer,
  dueSchema,
  listedDueSchema,
  pageOf,
  personRefSchema,
  respondentRefsSchema,
  unitRefSchema,
  weekOf,
  weekQuery,
} from './common.ts';
import { exported, listQuery, ofPage, searched } from './list-query.ts';
import { urgingSchema } from './urging.http.ts';

/** `to-confirm`: what somebody else proposed for a denunciation. `urged`: the unit has not answered yet. */
export const TRIAGE_VIEWS = ['open', 'to-confirm', 'urged', 'unit', 'overdue', 'all'] as const;

/** What became of a petition that was decided; of an accepted one, how far its case has come. */
export const PETITION_OUTCOMES = [
  'not_accepted',
  'guided',
  'transferred',
  'filed',
  'merged',
  'concluded',
  'decision_issued',
] as const;
export type PetitionOutcome = (typeof PETITION_OUTCOMES)[number];

/** `GET /triage/worklist` */
export const triageWorklistQuery = z.strictObject({
  view: z.enum(TRIAGE_VIEWS).default('open'),
  kind: petitionKindSchema.exactOptional(),
  state: z.enum(['taken', 'classified', 'accepted', ...PETITION_OUTCOMES]).exactOptional(),
  ...listQuery,
});
/** `POST /triage/worklist` */
export const triageSearchQuery = triageWorklistQuery.extend(searched);
/** `POST /triage/worklist/export` */
export const triageExportBody = triageWorklistQuery.omit(ofPage).extend(exported);
export const triageRowSchema = z.strictObject({
  number: petitionNumberSchema,
  kind: petitionKindSchema,
  gist: z.string().nullable(),
  senderKind: senderKindSchema,
  unit: unitRefSchema,
  receivedOn: dateSchema,
  /** Only `taken`: the kind is as declared, no person has confirmed it. */
  state: z.enum(['taken', 'classified', 'accepted', 'settled']),
  outcome: z.enum(PETITION_OUTCOMES).nullable(),
  /** Of an accepted complaint; `null` before. */
  instance: instanceSchema.nullable(),
  stateText: bothSchema,
  shown: shownSchema(TRIAGE_COLUMNS),
  /** The nearest running clock; `null` when none runs. */
  due: listedDueSchema.nullable(),
});
export const triageWorklistSchema = pageOf(triageRowSchema);
export type TriageRow = z.infer<typeof triageRowSchema>;

/** What the engine proposes from the facts of the petition; a person decides. */
export const proposalSchema = z.strictObject({
  rule: z.number().int().nullable(),
  outcomes: z.array(z.strictObject({ code: z.string(), name: bothSchema })),
  law: z.string(),
  reason: bothSchema,
  warnings: z.array(bothSchema),
  jurisdiction: z
    .strictObject({
      level: z.string(),
      title: z.string(),
      law: z.string(),
      unit: unitRefSchema.nullable(),
    })
    .nullable(),
  packVersion: z.string(),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const settlementOutcomeSchema = z.enum(['not_accepted', 'guided', 'transferred', 'filed']);

/** What takes two persons for a denunciation: that it is of another kind, or how it ends. */
export const decisionProposedSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('reclassification'), kind: petitionKindSchema }),
  z.strictObject({ what: z.literal('settlement'), outcome: settlementOutcomeSchema }),
  z.strictObject({ what: z.literal('struck-names') }),
]);
export type DecisionProposed = z.infer<typeof decisionProposedSchema>;

/** `GET /triage/matters/{number}` */
export const triageMatterSchema = z.strictObject({
  number: petitionNumberSchema,
  revision: z.number().int(),
  state: z.enum(['taken', 'classified', 'accepted', 'settled']),
  stateText: bothSchema,
  declaredKind: petitionKindSchema,
  kind: petitionKindSchema,
  unit: unitRefSchema,
  receivedOn: dateSchema,
  /** As registered, or else as classified. */
  respondentUnit: unitRefSchema.nullable(),
  /** Somebody is named: what classification then cannot change, a correction can. */
  respondentRegistered: z.boolean(),
  /** All whom it names, that unit included, by the last word on them. */
  respondents: respondentRefsSchema.extend({
    /** With the day of the act, so that a correction can name them again. */
    people: z.array(personRefSchema.extend({ on: dateSchema })),
  }),
  /** Names that the last correction no longer has: still kept out until a second person strikes them. */
  corrected: respondentRefsSchema
    .extend({
      by: personRefSchema,
      /** The asker is no second person to them: the same, or one acts for the other. */
      isOwn: z.boolean(),
    })
    .nullable(),
  isDenunciation: z.boolean(),
  /** It names the reader: they change nothing of whom it names. */
  isKept: z.boolean(),
  gist: z.string().nullable(),
  case: z.string().nullable(),
  outcome: z.string().nullable(),
  /** Of duplicates: only those that the asker may open, too. */
  merged: z.strictObject({
    into: petitionNumberSchema.nullable(),
    from: z.array(petitionNumberSchema),
  }),
  clocks: z.array(dueSchema),
  proposal: proposalSchema.nullable(),
  handling: z.strictObject({
    /** The unit whose people classify and decide; `null`: nobody in the whole line may. */
    unit: unitRefSchema.nullable(),
    /** It falls to the asker. */
    isMine: z.boolean(),
    /** Up, since in its own unit nobody is left whom it cannot be about. */
    hasMoved: z.boolean(),
    /** The asker heads the unit directly above, and it is not decided. */
    mayUrge: z.boolean(),
  }),
  /** What one person would decide on a denunciation; waits for a second person. */
  proposed: z
    .strictObject({
      decision: decisionProposedSchema,
      /** The body the sender is guided to, or the petition transferred to. */
      competentBody: z.string().nullable(),
      /** Whom it names: on record once it is confirmed. `null` where a correction names somebody since. */
      names: respondentRefsSchema.nullable(),
      by: personRefSchema,
      /** The asker is no second person to the proposer: the same, or one acts for the other. */
      isOwn: z.boolean(),
      /** It falls to the asker to answer, unless it is their own. */
      mayAnswer: z.boolean(),
      at: z.string(),
      /** `null` where it was erased. */
      reason: z.string().nullable(),
    })
    .nullable(),
  /** How the level above urged it, the last first. */
  urgings: z.array(urgingSchema),
  notes: z.array(z.strictObject({ at: z.string(), by: z.string(), text: z.string().nullable() })),
});
export type TriageMatter = z.infer<typeof triageMatterSchema>;

/** `GET /triage/proposed-decisions`: on denunciations below the asker, by whom, and who answered. */
export const proposedDecisionsQuery = z.strictObject(weekQuery);
export const proposedDecisionRowSchema = z.strictObject({
  number: petitionNumberSchema,
  step: z.enum(['called', 'proposed', 'confirmed', 'declined']),
  decision: decisionProposedSchema,
  person: personRefSchema,
  /** The head for whom a deputy acted. */
  deputyFor: personRefSchema.nullable(),
  /** For which the person acted. */
  unit: unitRefSchema,
  at: z.string(),
});
export const proposedDecisionsSchema = pageOf(proposedDecisionRowSchema).extend(weekOf);

export const acceptedSchema = z.strictObject({ case: z.string(), ...commandAnswer });

export const commandAnswerSchema = z.strictObject(commandAnswer);
