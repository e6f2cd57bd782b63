import { z } from 'zod';
import { ADDRESSEES } from '../addressees.ts';
import { dayOfSchema } from '../claimed-day.ts';
import { RESPONSE_LIST_COLUMNS } from '../columns/case.columns.ts';
import { shownSchema } from '../columns/shown-schema.ts';
import {
  conclusionSchema,
  dateSchema,
  instanceSchema,
  petitionKindSchema,
  sendingMethodSchema,
} from '../vocabulary.ts';
import {
  bothSchema,
  dueSchema,
  listedDueSchema,
  pageOf,
  personRefSchema,
  unitRefSchema,
} from './common.ts';
import { exported, listQuery, ofPage, searched } from './list-query.ts';
import { urgingSchema } from './urging.http.ts';

export const responseStateSchema = z.enum(['requested', 'issued', 'sent', 'delivered', 'closed']);

export const RESPONSE_VIEWS = ['open', 'urged', 'unit', 'overdue', 'all'] as const;

/** `GET /response/worklist` */
export const responseWorklistQuery = z.strictObject({
  view: z.enum(RESPONSE_VIEWS).default('open'),
  kind: petitionKindSchema.exactOptional(),
  state: responseStateSchema.exactOptional(),
  ...listQuery,
});
/** `POST /response/worklist` */
export const responseSearchQuery = responseWorklistQuery.extend(searched);
/** `POST /response/worklist/export` */
export const responseExportBody = responseWorklistQuery.omit(ofPage).extend(exported);
export const responseRowSchema = z.strictObject({
  case: z.string(),
  petitions: z.array(z.string()),
  kind: petitionKindSchema,
  instance: instanceSchema,
  gist: z.string().nullable(),
  unit: unitRefSchema,
  concludedOn: dateSchema,
  conclusion: conclusionSchema,
  state: responseStateSchema,
  stateText: bothSchema,
  decisionNumber: z.string().nullable(),
  shown: shownSchema(RESPONSE_LIST_COLUMNS),
  due: listedDueSchema.nullable(),
});
export const responseWorklistSchema = pageOf(responseRowSchema);

/** `GET /response/matters/{number}` */
export const responseMatterSchema = z.strictObject({
  case: z.string(),
  petitions: z.array(z.string()),
  revision: z.number().int(),
  unit: unitRefSchema,
  conclusion: conclusionSchema,
  concludedOn: dateSchema,
  state: responseStateSchema,
  stateText: bothSchema,
  clocks: z.array(dueSchema),
  /** The unit whose head issues the decision; `null` once that is done, or where nobody may. */
  issuing: unitRefSchema.nullable(),
  /** The unit whose clerk sends it; `null` where nobody may. */
  sentFrom: unitRefSchema.nullable(),
  /** A petition of it names the reader: they may do nothing in it. */
  isKept: z.boolean(),
  decision: z
    .strictObject({
      decisionNumber: z.string(),
      issuedOn: dateSchema,
      signer: personRefSchema,
      text: z.string().nullable(),
    })
    .nullable(),
  kind: petitionKindSchema,
  instance: instanceSchema,
  /** Who approved the conclusion: they sign, or the one who issues. */
  approvedBy: personRefSchema.nullable(),
  /** Whom the law names for this decision, and whom it went to; each sending by itself. */
  addressees: z.array(
    z.strictObject({
      to: z.enum(ADDRESSEES),
      /** It has to be sent there before the file is closed. */
      isOwed: z.boolean(),
      method: sendingMethodSchema.nullable(),
      sentOn: dateSchema.nullable(),
      /** Working text: `null` where there is none, or when it was erased. */
      item: z.string().nullable(),
      receivedOn: dateSchema.nullable(),
      proof: z.string().nullable(),
    }),
  ),
  /** What says so; `null`: no law. */
  addressedBy: z.string().nullable(),
  /** Days that one person said, the first of them to be answered first. */
  waiting: z.array(
    z.strictObject({
      of: dayOfSchema,
      to: z.enum(ADDRESSEES),
      day: dateSchema,
      /** The day of recording, which counts meanwhile. */
      countsFrom: dateSchema,
      by: personRefSchema,
      /** The asker and that person are one will. */
      isOwn: z.boolean(),
      mayConfirm: z.boolean(),
      /** By it a delay would be none: the nearest unit whose people confirm. `null`: everybody with the right. */
      confirmedBy: unitRefSchema.nullable(),
    }),
  ),
  /** How the level above urged its sending or publication, the last first. */
  urgings: z.array(urgingSchema),
  /** The reader heads the unit directly above, and a limit of the law is over. */
  mayUrge: z.boolean(),
  sending: z.strictObject({ method: sendingMethodSchema, sentOn: dateSchema }).nullable(),
  deliveredOn: dateSchema.nullable(),
  /** Until when the sender may complain a second time; `null`: not yet received, or they may not. */
  window: dueSchema.nullable(),
  /** What is missing before the file may be closed, with its law; empty while there is no decision. */
  waitsFor: z.array(bothSchema),
  publication: z.strictObject({
    /** The last text that was prepared; working text, `null` when it was erased. */
    last: z
      .strictObject({
        version: z.number().int(),
        by: personRefSchema,
        at: z.string(),
        text: z.string().nullable(),
        /** `false`: what is sealed of the sender could not be compared with it. */
        compared: z.boolean(),
        /** Why it was returned, if it was. */
        returned: z.string().nullable(),
      })
      .nullable(),
    /** Waits for a second reader, who is not the asker where `isOwn`. */
    pending: z.strictObject({ isOwn: z.boolean() }).nullable(),
    published: z.strictObject({ on: dateSchema, text: z.string() }).nullable(),
    takingBack: z
      .strictObject({ by: personRefSchema, isOwn: z.boolean(), reason: z.string().nullable() })
      .nullable(),
    /** The last text that was public and is no longer. */
    takenBack: z.strictObject({ text: z.string() }).nullable(),
  }),
});
export type ResponseMatter = z.infer<typeof responseMatterSchema>;

/** `GET /response/published` (public as `GET /api/published`): the latest first. */
export const publishedQuery = z.strictObject({
  cursor: z.string().max(500).exactOptional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
/** A decision as everybody may read it. */
export const publishedDecisionSchema = z.strictObject({
  /** Of the publication, and of nothing else. */
  id: z.string(),
  unit: unitRefSchema,
  kind: petitionKindSchema,
  kindText: bothSchema,
  instance: instanceSchema,
  publishedOn: dateSchema,
  issuedOn: dateSchema,
  outcome: conclusionSchema,
  outcomeText: bothSchema,
  text: z.string(),
});
export type PublishedDecision = z.infer<typeof publishedDecisionSchema>;
export const publishedSchema = z.strictObject({
  items: z.array(publishedDecisionSchema),
  nextCursor: z.string().nullable(),
});
export type Published = z.infer<typeof publishedSchema>;
