import {
  PUBLICATION_WAYS,
  change,
  clockChanges,
  conclusionSchema,
  dayMonthYear,
  instanceSchema,
  petitionKindSchema,
  storedEvent,
  words,
  type PublicationWay,
} from '@minh-bach/contracts';
import { sealed, z, type EventOf } from '@minh-bach/kernel';
import { caseShape } from './case-shape.ts';

const version = z.number().int().positive();
const working = sealed('working', z.string());
const way = z.enum(Object.keys(PUBLICATION_WAYS) as [PublicationWay, ...PublicationWay[]]);

/** The text without what is personal, as one person prepared it: closed until a second has read it. */
export const publicationPrepared = storedEvent(
  'PublicationPrepared',
  z.strictObject({
    ...caseShape,
    version,
    text: working,
    /** Whether the text could be compared with what is sealed of the sender. */
    compared: z.boolean(),
  }),
  {
    history: ({ version: n, text }) => ({
      summary: words(
        `Chuẩn bị bản công khai của quyết định, phiên bản ${n}; chờ người thứ hai đọc.`,
        `Text for publication prepared, version ${n}; a second person is to read it.`,
      ),
      changes: [change('Bản công khai', 'Text', text)],
    }),
  },
);

export const publicationReturned = storedEvent(
  'PublicationReturned',
  z.strictObject({ ...caseShape, version, reason: working }),
  {
    history: ({ version: n, reason }) => ({
      summary: words(
        `Trả lại bản công khai phiên bản ${n} để hoàn thiện.`,
        `Text for publication, version ${n}, returned.`,
      ),
      changes: [change('Điểm cần hoàn thiện', 'What is to be mended', reason)],
    }),
  },
);

/** Two people have read it: from now on its text is everybody's. */
export const decisionPublished = storedEvent(
  'DecisionPublished',
  z.strictObject({
    ...caseShape,
    version,
    publishedOn: z.iso.date(),
    /** Beside the portal. */
    way: way.exactOptional(),
    kind: petitionKindSchema,
    instance: instanceSchema,
    conclusion: conclusionSchema,
    issuedOn: z.iso.date(),
    /** Public, so it lies open. */
    text: z.string(),
    ...clockChanges,
  }),
  {
    history: ({ version: n, publishedOn, way: also }) => ({
      summary: words(
        `Công khai quyết định ngày ${dayMonthYear(publishedOn)}, theo bản công khai phiên bản ${n}.`,
        `Decision published on ${dayMonthYear(publishedOn)}, by version ${n} of its text.`,
      ),
      changes: [
        change('Hình thức', 'Way', PORTAL),
        ...(also === undefined ? [] : [change('Hình thức khác', 'Also', PUBLICATION_WAYS[also])]),
      ],
    }),
    publishes: ({ case: number, petitions, publishedOn }) => ({
      type: 'DecisionPublished',
      data: { case: number, petitions, publishedOn },
    }),
  },
);
const PORTAL = words('Cổng thông tin điện tử', 'Portal');

export const takingBackProposed = storedEvent(
  'PublicationTakingBackProposed',
  z.strictObject({ ...caseShape, reason: working }),
  {
    history: ({ reason }) => ({
      summary: words(
        'Đề nghị gỡ bản công khai; chờ người thứ hai xác nhận.',
        'It is proposed to take the publication back; a second person is to confirm.',
      ),
      changes: [change('Lý do', 'Reason', reason)],
    }),
  },
);

export const takingBackDeclined = storedEvent(
  'PublicationTakingBackDeclined',
  z.strictObject({ ...caseShape, reason: working }),
  {
    history: ({ reason }) => ({
      summary: words('Không gỡ bản công khai.', 'The publication stays.'),
      changes: [change('Lý do', 'Reason', reason)],
    }),
  },
);

/** No longer public; staff still read what it said. */
export const publicationTakenBack = storedEvent(
  'PublicationTakenBack',
  z.strictObject({ ...caseShape, clocksStarted: clockChanges.clocksStarted }),
  {
    history: ({ clocksStarted }) => ({
      summary:
        clocksStarted === undefined
          ? words(
              'Gỡ bản công khai: không còn công khai cho mọi người xem.',
              'Publication taken back: it is no longer shown to the public.',
            )
          : words(
              'Gỡ bản công khai khi chưa công khai đủ thời gian: thời hạn công khai tiếp tục chạy như trước.',
              'Publication taken back before it was public long enough: its limit runs again as it ran.',
            ),
    }),
    publishes: ({ case: number, petitions }, { on }) => ({
      type: 'PublicationTakenBack',
      data: { case: number, petitions, on },
    }),
  },
);

export const publicationEvents = [
  publicationPrepared,
  publicationReturned,
  decisionPublished,
  takingBackProposed,
  takingBackDeclined,
  publicationTakenBack,
] as const;

export type PublicationEvent = EventOf<(typeof publicationEvents)[number]>;
