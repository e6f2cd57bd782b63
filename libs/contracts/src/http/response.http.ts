import { z } from 'zod';
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
import { listQuery, searched } from './list-query.ts';

export const responseStateSchema = z.enum(['requested', 'issued', 'sent', 'delivered', 'closed']);

export const RESPONSE_VIEWS = ['open', 'unit', 'overdue', 'all'] as const;

/** `GET /response/worklist` */
export const responseWorklistQuery = z.strictObject({
  view: z.enum(RESPONSE_VIEWS).default('open'),
  kind: petitionKindSchema.exactOptional(),
  state: responseStateSchema.exactOptional(),
  ...listQuery,
});
/** `POST /response/worklist` */
export const responseSearchQuery = responseWorklistQuery.extend(searched);
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
  sending: z.strictObject({ method: sendingMethodSchema, sentOn: dateSchema }).nullable(),
  deliveredOn: dateSchema.nullable(),
});
export type ResponseMatter = z.infer<typeof responseMatterSchema>;
