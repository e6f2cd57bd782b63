import {
  channelSchema,
  petitionKindSchema,
  petitionStateSchema,
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
  type RecordedEvent,
  z,
} from '@minh-bach/kernel';

const date = z.iso.date();

/** Who sent it, as on the paper. Never leaves the identity compartment. */
export const senderSchema = z.strictObject({
  name: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Căn cước, hộ chiếu or tax number. */
  idNumber: z.string().nullable(),
});

/** The scan, sealed and durable before this event. */
export const fileSchema = z.strictObject({
  id: z.string(),
  type: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
  size: z.number().int().positive(),
  pages: z.number().int().positive().exactOptional(),
  /** SHA-256 of the sealed file: may be shown, since it confirms no guess of what is in it. */
  sha256: z.string(),
  /** The file's own key: erasing the person's key erases the file. */
  key: sealed('identity', z.string()),
  contentSha256: sealed('identity', z.string()),
  name: sealed('identity', z.string()),
});

export const petitionRegistered = defineEvent(
  'PetitionRegistered',
  z.strictObject({
    petition: petitionNumber(),
    declaredKind: petitionKindSchema,
    channel: channelSchema,
    senderKind: senderKindSchema,
    unit: owningUnit(),
    receivedOn: date,
    datedOn: date.nullable(),
    signed: z.boolean(),
    named: z.boolean(),
    legible: z.boolean(),
    language: z.string(),
    respondentUnit: z.string().nullable(),
    respondents: respondentsFact.exactOptional(),
    gist: z.string().nullable(),
    receiptHash: z.string(),
    sender: sealed('identity', senderSchema),
    /** What is asked for and why, written by the desk without persons; `null` for a denunciation. */
    summary: sealed('working', z.string()).nullable(),
    /** A denouncer's own words: they may tell who he is, so they lie where his name lies. */
    statement: sealed('identity', z.string()).nullable(),
    file: fileSchema.nullable(),
  }),
);

/** Where the petition stands, learned from the services that work on it. */
export const progressNoted = defineEvent(
  'ProgressNoted',
  z.strictObject({
    state: petitionStateSchema,
    on: date,
    case: caseNumber().nullable(),
    /** What it is by its content, where a classification tells so. */
    kind: petitionKindSchema.exactOptional(),
    /** Whom it is against, where a classification names what the desk did not. */
    respondentUnit: z.string().exactOptional(),
  }),
);

export type PetitionRegistered = EventOf<typeof petitionRegistered>;
export type ProgressNoted = EventOf<typeof progressNoted>;
export type PetitionEvent = PetitionRegistered | ProgressNoted;

export const isRegistered = (
  recorded: RecordedEvent<PetitionEvent>,
): recorded is RecordedEvent<PetitionRegistered> => recorded.event.type === 'PetitionRegistered';
