import {
  change,
  clockChanges,
  clockStartedSchema,
  conclusionSchema,
  dayMonthYear,
  deadlineBreached,
  petitionKindSchema,
  sendingMethodSchema,
  storedEvent,
  words,
} from '@minh-bach/contracts';
import { caseNumber, owningUnit, petitionNumber, sealed, type EventOf, z } from '@minh-bach/kernel';
import { METHOD_WORDS, STATE_WORDS } from './words.ts';

const date = z.iso.date();
/** What is told to others carries its case, since a translation sees one event. */
const ofCase = {
  case: caseNumber(),
  petitions: z.array(petitionNumber()).min(1),
  unit: owningUnit(),
};

/** Investigation concluded: the decision is to be drawn up. */
export const responseRequested = storedEvent(
  'ResponseRequested',
  z.strictObject({
    ...ofCase,
    kind: petitionKindSchema,
    conclusion: conclusionSchema,
    instance: z.union([z.literal(1), z.literal(2)]),
    receivedOn: date,
    keptSince: date.exactOptional(),
    concludedOn: date,
    /** The limit of resolution, which runs until the decision is issued. */
    clock: clockStartedSchema.exactOptional(),
    gist: z.string().nullable(),
    /** Person id. */
    approvedBy: z.string().exactOptional(),
  }),
  {
    // Version 2 may name who approved the conclusion: beside the person who issues, nobody else signs.
    version: 2,
    upcasters: { 1: (data) => data },
    history: ({ concludedOn }) => ({
      summary: {
        vi: `Nhận kết luận ngày ${dayMonthYear(concludedOn)} để ban hành quyết định.`,
        en: `Conclusion of ${dayMonthYear(concludedOn)} received, decision to be issued.`,
      },
      state: STATE_WORDS.requested,
    }),
  },
);

/** The signed decision; its clock of sending runs from the day of issue (Luật Khiếu nại Đ.32). */
export const decisionIssued = storedEvent(
  'DecisionIssued',
  z.strictObject({
    ...ofCase,
    decisionNumber: z.string(),
    issuedOn: date,
    /** Person id of who signed. */
    signer: z.string(),
    /** As it was approved; older events do not say it. */
    conclusion: conclusionSchema.exactOptional(),
    text: sealed('working', z.string()),
    ...clockChanges,
  }),
  {
    history: ({ decisionNumber, issuedOn, signer, text }, { names }) => ({
      summary: {
        vi: `Ban hành quyết định số ${decisionNumber} ngày ${dayMonthYear(issuedOn)}.`,
        en: `Decision ${decisionNumber} of ${dayMonthYear(issuedOn)} issued.`,
      },
      changes: [
        change('Người ký', 'Signed by', names.person(signer)),
        change('Nội dung', 'Text', text),
      ],
      state: STATE_WORDS.issued,
    }),
    publishes: ({ case: number, petitions, unit, decisionNumber, issuedOn, ...data }) => {
      const { conclusion, clocksStarted } = data;
      const clock = clocksStarted?.[0];
      return {
        type: 'DecisionIssued',
        data: {
          ...{ case: number, petitions, unit, decisionNumber, issuedOn },
          ...(conclusion === undefined ? {} : { conclusion }),
          ...(clock === undefined ? {} : { clock }),
        },
      };
    },
  },
);

export const decisionSent = storedEvent(
  'DecisionSent',
  z.strictObject({
    ...ofCase,
    method: sendingMethodSchema,
    sentOn: date,
    /** To whom and where. */
    addressee: sealed('identity', z.string()),
    ...clockChanges,
  }),
  {
    history: ({ method, sentOn, addressee }) => ({
      summary: {
        vi: `Gửi quyết định ngày ${dayMonthYear(sentOn)}, hình thức: ${METHOD_WORDS[method].vi}.`,
        en: `Decision sent on ${dayMonthYear(sentOn)}, ${METHOD_WORDS[method].en}.`,
      },
      changes: [change('Người nhận', 'Addressee', addressee)],
      state: STATE_WORDS.sent,
    }),
    publishes: ({ case: number, petitions, sentOn }) => ({
      type: 'DecisionSent',
      data: { case: number, petitions, sentOn },
    }),
  },
);

export const decisionDelivered = storedEvent(
  'DecisionDelivered',
  z.strictObject({
    ...ofCase,
    receivedOn: date,
    /** Until when they may complain a second time. */
    window: clockStartedSchema.exactOptional(),
  }),
  {
    history: ({ receivedOn }) => ({
      summary: {
        vi: `Người khiếu nại nhận quyết định ngày ${dayMonthYear(receivedOn)}.`,
        en: `Decision received on ${dayMonthYear(receivedOn)}.`,
      },
      state: STATE_WORDS.delivered,
    }),
    publishes: ({ case: number, petitions, receivedOn, window }) => ({
      type: 'DecisionDelivered',
      data: {
        ...{ case: number, petitions, receivedOn },
        ...(window === undefined ? {} : { window }),
      },
    }),
  },
);

export const caseClosed = storedEvent('CaseClosed', z.strictObject(ofCase), {
  history: () => ({
    summary: { vi: 'Kết thúc vụ việc.', en: 'Case closed.' },
    state: STATE_WORDS.closed,
  }),
  publishes: ({ case: number, petitions }, { on }) => ({
    type: 'CaseClosed',
    data: { case: number, petitions, on },
  }),
});

/** Two people at reception corrected the day. */
export const receiptDateNoted = storedEvent(
  'ReceiptDateNoted',
  z.strictObject({ ...ofCase, was: date, receivedOn: date }),
  {
    history: ({ was, receivedOn }) => ({
      summary: words(
        `Ngày nhận đơn được đính chính: ${dayMonthYear(receivedOn)}, trước đây ghi ${dayMonthYear(was)}.`,
        `The receipt date was corrected: ${dayMonthYear(receivedOn)}, before ${dayMonthYear(was)}.`,
      ),
    }),
  },
);

/** All that stands in the streams of cases here; of what a decision says, others hear its outcome alone. */
export const caseEvents = [
  responseRequested,
  decisionIssued,
  decisionSent,
  decisionDelivered,
  caseClosed,
  receiptDateNoted,
  deadlineBreached,
] as const;

export type CaseEvent = EventOf<(typeof caseEvents)[number]>;
