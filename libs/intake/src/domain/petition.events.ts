import {
  CHANNEL_WORDS,
  FORWARDER_WORDS,
  KIND_WORDS,
  PETITION_STATE_WORDS,
  change,
  channelSchema,
  dayMonthYear,
  forwarderSchema,
  petitionKindSchema,
  petitionStateSchema,
  respondentChanges,
  respondentsFact,
  respondentsTold,
  senderKindSchema,
  storedEvent,
  words,
  senderMarksSchema,
  senderSizesSchema,
} from '@minh-bach/contracts';
import {
  caseNumber,
  owningUnit,
  petitionNumber,
  sealed,
  type EventOf,
  type RecordedEvent,
  z,
} from '@minh-bach/kernel';
import type { CorrectionEvent } from './correct-receipt.ts';
import type { WithdrawalAsked } from './ask-withdrawal.ts';
import type { HandlingRated } from './rate.ts';
import { newsChanges, newsSchema } from './news.ts';

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

/** Who forwarded it; the name is no sender's, but a person's may be in it. */
const forwardedBySchema = z.strictObject({
  kind: forwarderSchema,
  name: sealed('working', z.string()),
  letter: z.string().nullable(),
  sentOn: date.nullable(),
});

const forwarderChanges = (by: z.infer<typeof forwardedBySchema> | null | undefined) =>
  by
    ? [
        change('Nơi chuyển đơn', 'Forwarded by', FORWARDER_WORDS[by.kind]),
        change('Tên nơi chuyển đơn', 'Name of the forwarder', by.name),
        change('Văn bản chuyển đơn', 'Letter', by.letter),
        change(
          'Ngày văn bản chuyển đơn',
          'Date of the letter',
          by.sentOn && dayMonthYear(by.sentOn),
        ),
      ]
    : [];

/** What there is, shown as closed. */
const closed: typeof change = (vi, en, value) => ({
  ...change(vi, en, null),
  ...(value === null ? {} : { closed: 'identity' }),
});

/** It came, and nothing of who sent it is told. */
export const petitionRegistered = storedEvent(
  'PetitionRegistered',
  z.strictObject({
    petition: petitionNumber(),
    declaredKind: petitionKindSchema,
    channel: channelSchema,
    senderKind: senderKindSchema,
    unit: owningUnit(),
    receivedOn: date,
    datedOn: date.nullable(),
    forwardedBy: forwardedBySchema.nullable().exactOptional(),
    signed: z.boolean(),
    named: z.boolean(),
    legible: z.boolean(),
    language: z.string(),
    respondentUnit: z.string().nullable(),
    respondents: respondentsFact.exactOptional(),
    gist: z.string().nullable(),
    receiptHash: z.string(),
    sender: sealed('identity', senderSchema),
    /** Of no denunciation. */
    senderMarks: senderMarksSchema.exactOptional(),
    senderSizes: senderSizesSchema.exactOptional(),
    /** What is asked for and why, written by the desk without persons; `null` for a denunciation. */
    summary: sealed('working', z.string()).nullable(),
    /** A denouncer's own words: they may tell who he is, so they lie where his name lies. */
    statement: sealed('identity', z.string()).nullable(),
    file: fileSchema.nullable(),
  }),
  {
    history: (data, { names, isDenunciation }) => {
      const { declaredKind, channel, sender, datedOn, signed, gist, summary, statement, file } =
        data;
      const kind = KIND_WORDS[declaredKind];
      const on = dayMonthYear(data.receivedOn);
      const said = isDenunciation ? closed : change;
      return {
        summary: words(
          `Tiếp nhận đơn (${kind.vi.toLowerCase()}), ngày nhận ${on}.`,
          `Petition received (${kind.en.toLowerCase()}), on ${on}.`,
        ),
        changes: [
          change('Đơn vị tiếp nhận', 'Received by', names.unit(data.unit)),
          change('Hình thức gửi đơn', 'Channel', CHANNEL_WORDS[channel]),
          ...forwarderChanges(data.forwardedBy),
          change('Người gửi', 'Sender', sender),
          change('Ngày ghi trên đơn', 'Date on the paper', datedOn && dayMonthYear(datedOn)),
          change(
            'Có chữ ký hoặc điểm chỉ',
            'Signed',
            signed ? words('Có', 'Yes') : words('Không', 'No'),
          ),
          ...respondentChanges(data, names),
          said('Trích yếu', 'Gist', gist),
          said('Nội dung', 'Content', summary ?? statement),
          change(
            'Bản quét',
            'Scan',
            file && `${file.type}, ${file.size} byte, SHA-256 ${file.sha256}`,
          ),
        ],
        state: PETITION_STATE_WORDS.received,
      };
    },
    files: ({ file }) => (file ? [file] : []),
    // Field by field: what the event learns to say later stays here until somebody names it, too.
    publishes: (data) => ({
      type: 'PetitionReceived',
      data: {
        petition: data.petition,
        declaredKind: data.declaredKind,
        channel: data.channel,
        senderKind: data.senderKind,
        unit: data.unit,
        receivedOn: data.receivedOn,
        datedOn: data.datedOn,
        signed: data.signed,
        named: data.named,
        legible: data.legible,
        language: data.language,
        respondentUnit: data.respondentUnit,
        gist: data.gist,
        ...(data.respondents ? { respondents: respondentsTold(data.respondents) } : {}),
      },
    }),
  },
);

/** Where the petition stands, learned from the services that work on it. */
export const progressNoted = storedEvent(
  'ProgressNoted',
  z.strictObject({
    state: petitionStateSchema,
    on: date,
    case: caseNumber().nullable(),
    /** What it is by its content, where a classification tells so. */
    kind: petitionKindSchema.exactOptional(),
    /** Whom it is against, where a classification names what the desk did not. */
    respondentUnit: z.string().exactOptional(),
    news: newsSchema.exactOptional(),
  }),
  {
    // What others tell makes no correction stale that is being written here.
    isAside: () => true,
    history: ({ state, case: number, news = {} }) => ({
      summary: words(
        `Cập nhật tình trạng cho người gửi đơn: ${PETITION_STATE_WORDS[state].vi.toLowerCase()}.`,
        `Status shown to the sender: ${PETITION_STATE_WORDS[state].en.toLowerCase()}.`,
      ),
      changes: [
        ...(number === null ? [] : [change('Vụ việc', 'Case', number)]),
        ...newsChanges(news),
      ],
      state: PETITION_STATE_WORDS[state],
    }),
  },
);

export type PetitionRegistered = EventOf<typeof petitionRegistered>;
export type ProgressNoted = EventOf<typeof progressNoted>;
export type PetitionEvent =
  PetitionRegistered | ProgressNoted | CorrectionEvent | HandlingRated | WithdrawalAsked;

export const isRegistered = (
  recorded: RecordedEvent<PetitionEvent>,
): recorded is RecordedEvent<PetitionRegistered> => recorded.event.type === 'PetitionRegistered';
