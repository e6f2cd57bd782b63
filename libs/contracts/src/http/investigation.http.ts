import { z } from 'zod';
import { CASE_LIST_COLUMNS } from '../columns/case.columns.ts';
import { shownSchema } from '../columns/shown-schema.ts';
import {
  conclusionSchema,
  dateSchema,
  instanceSchema,
  personIdSchema,
  petitionKindSchema,
} from '../vocabulary.ts';
import {
  bothSchema,
  dueSchema,
  listedDueSchema,
  pageOf,
  personRefSchema,
  unitRefSchema,
} from './common.ts';
import { RELATION_WORDS, type Relation } from '../vocabulary-words.ts';
import { fileTypeSchema } from './files.http.ts';
import { exported, listQuery, ofPage, searched } from './list-query.ts';
import { urgingSchema } from './urging.http.ts';

export const caseStateSchema = z.enum(['received', 'assigned', 'proposed', 'approved', 'decided']);

export const CASE_VIEWS = [
  'open',
  'mine',
  'unit',
  'unassigned',
  'to-approve',
  /** Assigned to somebody who no longer verifies in the unit: to be assigned anew. */
  'holder-left',
  /** A lower unit asks, and the asker's unit answers. */
  'to-guide',
  /** The level above urged it, and the unit has not answered. */
  'urged',
  'overdue',
  'all',
] as const;

/** `GET /investigation/worklist` */
export const caseWorklistQuery = z.strictObject({
  view: z.enum(CASE_VIEWS).default('open'),
  kind: petitionKindSchema.exactOptional(),
  state: caseStateSchema.exactOptional(),
  /** Person id. */
  holder: personIdSchema.exactOptional(),
  ...listQuery,
});
/** `POST /investigation/worklist` */
export const caseSearchQuery = caseWorklistQuery.extend(searched);
/** `POST /investigation/worklist/export` */
export const caseExportBody = caseWorklistQuery.omit(ofPage).extend(exported);
export const caseRowSchema = z.strictObject({
  case: z.string(),
  petitions: z.array(z.string()),
  kind: petitionKindSchema,
  instance: instanceSchema,
  gist: z.string().nullable(),
  unit: unitRefSchema,
  acceptedOn: dateSchema,
  assignee: personRefSchema.nullable(),
  /** The assignee no longer verifies in the unit, and the case waits for work of theirs. */
  holderLeft: z.literal(true).exactOptional(),
  state: caseStateSchema,
  stateText: bothSchema,
  shown: shownSchema(CASE_LIST_COLUMNS),
  due: listedDueSchema.nullable(),
});
export const caseWorklistSchema = pageOf(caseRowSchema);

/** Text of the working compartment: `null` when its key was destroyed. */
const working = z.string().nullable();

/** The pages of a paper in the case file (bút lục). */
const folioSchema = z.strictObject({ from: z.number().int(), to: z.number().int() });

/** An explanation or a piece of evidence, as it stands in the case file. */
const recorded = {
  at: z.string(),
  by: personRefSchema,
  /** Its place among all that was recorded, from 1. */
  item: z.number().int(),
  /** `null` for words without paper. */
  folio: folioSchema.nullable(),
  /** Opened on purpose, one by one, by their places from 1. */
  files: z.array(
    z.strictObject({ type: fileTypeSchema, size: z.number().int(), folio: folioSchema }),
  ),
  withdrawn: z.strictObject({ at: z.string(), by: personRefSchema, reason: working }).nullable(),
};

/** `GET /investigation/matters/{number}`: by case number, or by the number of one of its petitions. */
export const caseMatterSchema = z.strictObject({
  case: z.string(),
  petitions: z.array(z.string()),
  revision: z.number().int(),
  kind: petitionKindSchema,
  instance: z.number().int(),
  gist: z.string().nullable(),
  unit: unitRefSchema,
  respondentUnit: unitRefSchema.nullable(),
  receivedOn: dateSchema,
  acceptedOn: dateSchema,
  state: caseStateSchema,
  stateText: bothSchema,
  assignee: personRefSchema.nullable(),
  /** The assignee no longer verifies for it: it waits for a new one. */
  holderLeft: z.literal(true).exactOptional(),
  /** The unit whose head assigns: its own, or one above where its heads are respondents; `null`: nobody may. */
  assigning: unitRefSchema.nullable(),
  /** A petition of it names the reader: they may do nothing in it. */
  isKept: z.boolean(),
  clocks: z.array(dueSchema),
  notes: z.array(z.strictObject({ at: z.string(), by: z.string(), text: working })),
  explanations: z.array(
    z.strictObject({ ...recorded, givenBy: working, givenOn: dateSchema, text: working }),
  ),
  evidence: z.array(
    z.strictObject({
      ...recorded,
      title: working,
      obtainedOn: dateSchema,
      /** From whom; `null` where nobody said. */
      source: working,
      text: working,
    }),
  ),
  /** It is a denunciation, or was called one. */
  isDenunciation: z.boolean(),
  /** How people stand to the case, as they or others declared. */
  relations: z.array(
    z.strictObject({
      /** Its place among all, from 1. */
      item: z.number().int(),
      at: z.string(),
      by: personRefSchema,
      person: personRefSchema,
      /** `null`, with no note, no rule and no reason: in a denunciation, declared before it was called one. */
      relation: z.enum(Object.keys(RELATION_WORDS) as Relation[]).nullable(),
      note: working,
      /** Of themselves. */
      isOwn: z.boolean(),
      /** The assignee gave the case back for it. */
      declined: z.boolean(),
      /** By the list: what bars them, and whether that is law. */
      rule: z.strictObject({ id: z.string(), text: bothSchema, legal: z.boolean() }).nullable(),
      dismissed: z
        .strictObject({ at: z.string(), by: personRefSchema, reason: working })
        .nullable(),
    }),
  ),
  /** What was asked of the level above, the last first. */
  guidance: z.array(
    z.strictObject({
      at: z.string(),
      by: personRefSchema,
      /** The unit that was asked. */
      to: unitRefSchema,
      question: working,
      reason: working,
      /** An internal target, no law. */
      answerBy: dateSchema,
      answer: z
        .strictObject({
          at: z.string(),
          by: personRefSchema,
          unit: unitRefSchema,
          text: working,
          letter: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  /** The reader's unit answers the question that waits. */
  mayGuide: z.boolean(),
  /** The unit that it lies with: it assigns, or judges the draft that waits. */
  holding: unitRefSchema,
  /** How the level above urged it, the last first. */
  urgings: z.array(urgingSchema),
  /** The reader heads the unit directly above, and there is no decision. */
  mayUrge: z.boolean(),
  /** The unit whose head judges the draft that waits; `null` while none waits. */
  judging: z
    .strictObject({
      /** The unit of the case, or one above where it has nobody left; `null`: nobody may. */
      unit: unitRefSchema.nullable(),
      /** Ids of the people who worked on the case. */
      excluded: z.array(z.string()),
    })
    .nullable(),
  drafts: z.array(
    z.strictObject({
      version: z.number().int(),
      at: z.string(),
      by: personRefSchema,
      conclusion: conclusionSchema,
      findings: working,
      law: z.string(),
      measures: working,
      status: z.enum(['proposed', 'returned', 'approved', 'superseded']),
      returnNote: working,
    }),
  ),
});
export type CaseMatter = z.infer<typeof caseMatterSchema>;
