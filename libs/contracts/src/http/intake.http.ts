import { z } from 'zod';
import { FORWARDER_WORDS, type Forwarder } from '../vocabulary-words.ts';
import { respondentsSchema } from '../respondents.ts';
import {
  channelSchema,
  dateSchema,
  line,
  lineOrNothing,
  petitionKindSchema,
  petitionNumberSchema,
  petitionStateSchema,
  proofSchema,
  senderKindSchema,
  someText,
  unitIdSchema,
  uploadIdSchema,
} from '../vocabulary.ts';
import {
  bothSchema,
  commandAnswer,
  pageOf,
  pageQuery,
  personRefSchema,
  respondentRefsSchema,
  unitRefSchema,
  weekOf,
  weekQuery,
} from './common.ts';
import { ratingReasonSchema } from './track.http.ts';

const optionalLine = (max: number) => lineOrNothing(max).nullable().default(null);

export const forwarderSchema = z.enum(Object.keys(FORWARDER_WORDS) as Forwarder[]);

/** `POST /intake/petitions`: a petition that came on paper or in person. */
export const registerPetitionSchema = z.strictObject({
  declaredKind: petitionKindSchema,
  channel: channelSchema,
  senderKind: senderKindSchema,
  sender: z.strictObject({
    name: line(200),
    address: optionalLine(500),
    phone: optionalLine(30),
    email: optionalLine(200),
    idNumber: optionalLine(30),
  }),
  receivedOn: dateSchema,
  datedOn: dateSchema.nullable().default(null),
  /** Who forwarded it, by which letter: they are owed a notice of the result. */
  forwardedBy: z
    .strictObject({
      kind: forwarderSchema,
      name: line(200),
      letter: optionalLine(100),
      sentOn: dateSchema.nullable().default(null),
    })
    .nullable()
    .default(null),
  signed: z.boolean(),
  legible: z.boolean().default(true),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .default('vi'),
  /** Whose decision or act it is about, where that is one of ours: competence follows from it. */
  respondentUnit: unitIdSchema.nullable().default(null),
  respondents: respondentsSchema.exactOptional(),
  /** Trích yếu: one line without persons. */
  gist: line(200).nullable().default(null),
  /** Nội dung, yêu cầu. Of a denunciation it is kept with the identity. */
  summary: someText(10_000),
  file: z
    .strictObject({ id: uploadIdSchema, name: line(200) })
    .nullable()
    .default(null),
  /** SHA-256 (base64url) of the receipt code, which the desk's page made and printed. */
  receiptHash: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});
export type RegisterPetitionBody = z.infer<typeof registerPetitionSchema>;

export const registeredSchema = z.strictObject({
  number: petitionNumberSchema,
  receivedOn: dateSchema,
  registeredAt: z.string(),
  ...commandAnswer,
});

/** `GET /intake/matters/{number}` */
export const intakeMatterSchema = z.strictObject({
  number: petitionNumberSchema,
  revision: z.number().int(),
  declaredKind: petitionKindSchema,
  channel: channelSchema,
  senderKind: senderKindSchema,
  unit: unitRefSchema,
  respondentUnit: unitRefSchema.nullable(),
  /** All whom it names, that unit included, by the last word on them. */
  respondents: respondentRefsSchema,
  /** A denunciation, or found to be one once: its words open as its sender does. */
  isDenunciation: z.boolean(),
  receivedOn: dateSchema,
  /** The day that stood there before the last correction; `null`: there was none. */
  receivedOnBefore: dateSchema.nullable(),
  /** Waits for a second person. */
  correction: z
    .strictObject({
      receivedOn: dateSchema,
      channel: channelSchema.nullable(),
      proof: proofSchema,
      by: personRefSchema,
      /** The asker and the proposer are one will. */
      isOwn: z.boolean(),
      mayAnswer: z.boolean(),
      /** The asker has not declined as often as they may within a day; proposers always take back their own. */
      mayDecline: z.boolean(),
      /** Of a unit whose delay was reported, nobody confirms what may take the report back. */
      mayConfirm: z.boolean(),
      /** The nearest unit whose people do, then. `null`: everybody with the right but the proposer. */
      confirmedBy: unitRefSchema.nullable(),
      at: z.string(),
      /** Working text; `null` when it was erased. */
      reason: z.string().nullable(),
    })
    .nullable(),
  /** The asker does nothing in it: named in it, or deputy of a respondent. */
  isKept: z.boolean(),
  datedOn: dateSchema.nullable(),
  registeredAt: z.string(),
  forwardedBy: z
    .strictObject({
      kind: forwarderSchema,
      /** Working text: `null` when it was erased, and of a denunciation. */
      name: z.string().nullable(),
      letter: z.string().nullable(),
      sentOn: dateSchema.nullable(),
    })
    .nullable(),
  signed: z.boolean(),
  legible: z.boolean(),
  language: z.string(),
  gist: z.string().nullable(),
  state: petitionStateSchema,
  stateText: bothSchema,
  case: z.string().nullable(),
  /** Its sender asked to withdraw, by the receipt code and unsigned. `words`: `null` where erased or closed. */
  withdrawal: z
    .strictObject({ on: dateSchema, isWhole: z.boolean(), words: z.string().nullable() })
    .nullable(),
  /** By its sender, of how it was handled; their words for those who may read them. */
  rating: z
    .strictObject({
      stars: z.number().int(),
      reasons: z.array(ratingReasonSchema),
      words: z.string().nullable(),
    })
    .nullable(),
  file: z.strictObject({ type: z.string(), size: z.number().int(), hash: z.string() }).nullable(),
  /** Working text, opened by this read; `null` when it was erased, and of a denunciation. */
  summary: z.string().nullable(),
  /** Petitions that may be the same again, at most five; `null` where it cannot be told at the moment. */
  similar: z
    .array(
      z.strictObject({
        number: petitionNumberSchema,
        kind: petitionKindSchema,
        gist: z.string().nullable(),
        unit: unitRefSchema,
        receivedOn: dateSchema,
        state: petitionStateSchema,
        stateText: bothSchema,
        /** Told to those who may open both senders, by keyed hashes; else the content is alike. */
        sameSender: z.boolean(),
      }),
    )
    .nullable(),
});
export type IntakeMatter = z.infer<typeof intakeMatterSchema>;

/** Answer of `POST /intake/petitions/{number}/identity-disclosures` */
const disclosedSender = z
  .strictObject({
    name: z.string(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    idNumber: z.string().nullable(),
  })
  .nullable();
export const disclosedIdentitySchema = z.strictObject({
  /** As corrected last. */
  sender: disclosedSender,
  /** As it was written first, where it was corrected since. */
  senderBefore: disclosedSender,
  /** A denouncer's own words, or the summary of what was found to be a denunciation later. */
  statement: z.string().nullable(),
  fileName: z.string().nullable(),
});

/** `GET /intake/disclosures`: who of the asker's branch opened whose identity, a week at a time. */
export const disclosuresQuery = z.strictObject(weekQuery);
/** What one person did with one petition for one purpose; nothing of what was opened. */
export const disclosureRowSchema = z.strictObject({
  person: personRefSchema,
  /** For which the person acted. */
  unit: unitRefSchema,
  number: petitionNumberSchema,
  purpose: z.string(),
  purposeText: bothSchema,
  /** How often it was opened. */
  opened: z.number().int(),
  /** How often it was refused, since the hour's limit was reached; at most once an hour is counted. */
  refused: z.number().int(),
  /** When it was opened last; `null` where it never was. */
  lastAt: z.string().nullable(),
});
export const disclosuresSchema = pageOf(disclosureRowSchema).extend(weekOf);

/** `GET /intake/receipt-corrections`: of petitions below the asker, by whom, and who answered. */
export const receiptCorrectionsQuery = z.strictObject(weekQuery);
export const receiptCorrectionRowSchema = z.strictObject({
  number: petitionNumberSchema,
  step: z.enum(['proposed', 'confirmed', 'declined', 'withdrawn']),
  /** The day that was proposed. */
  receivedOn: dateSchema,
  person: personRefSchema,
  /** The head for whom a deputy acted. */
  deputyFor: personRefSchema.nullable(),
  /** For which the person acted. */
  unit: unitRefSchema,
  at: z.string(),
});
export const receiptCorrectionsSchema = pageOf(receiptCorrectionRowSchema).extend(weekOf);

/** `GET /intake/registered`: what the asker registered, the last first. */
export const registeredListQuery = z.strictObject({
  /** @default today, by the calendar of Việt Nam */
  day: dateSchema.exactOptional(),
  ...pageQuery,
});
export const registeredListSchema = pageOf(
  z.strictObject({
    number: petitionNumberSchema,
    /** As declared. */
    kind: petitionKindSchema,
    gist: z.string().nullable(),
    at: z.string(),
  }),
);
