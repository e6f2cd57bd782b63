import {
  ADDRESSEE_WORDS,
  ADDRESSEES,
  CLOSING_WORDS,
  change,
  claimed,
  clockChanges,
  clockStartedSchema,
  conclusionSchema,
  dayMonthYear,
  deadlineBreached,
  delayReported,
  petitionKindSchema,
  storedEvent,
  words,
  type Closing,
} from '@minh-bach/contracts';
import { sealed, type EventOf, z } from '@minh-bach/kernel';
import { caseShape } from './case-shape.ts';
import { countsFromOf, unconfirmedChange } from './claimed-words.ts';
import { publicationEvents } from './publish.events.ts';
import { decisionDelivered, decisionSent } from './send.ts';
import { dayConfirmed, dayDeclined } from './settle-day.ts';
import { lowerUnitUrged } from './urge.ts';
import { STATE_WORDS } from './words.ts';

const date = z.iso.date();
/** Absent of what is no complaint, and in older events. */
const because = z.enum(Object.keys(CLOSING_WORDS) as [Closing, ...Closing[]]).exactOptional();

/** Investigation concluded: the decision is to be drawn up. */
export const responseRequested = storedEvent(
  'ResponseRequested',
  z.strictObject({
    ...caseShape,
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
    ...caseShape,
    decisionNumber: z.string(),
    issuedOn: date,
    ...claimed,
    /** Person id of who signed. */
    signer: z.string(),
    /** As it was approved; older events do not say it. */
    conclusion: conclusionSchema.exactOptional(),
    text: sealed('working', z.string()),
    /** Addressees of this case beside those that every one has. */
    others: z.array(z.enum(ADDRESSEES)).exactOptional(),
    /** After which day it has legal effect. */
    inForceAfter: date.exactOptional(),
    ...clockChanges,
  }),
  {
    history: ({ decisionNumber, issuedOn, unconfirmed, signer, text, others = [] }, { names }) => ({
      summary: {
        vi: `Ban hành quyết định số ${decisionNumber} ngày ${dayMonthYear(issuedOn)}.`,
        en: `Decision ${decisionNumber} of ${dayMonthYear(issuedOn)} issued.`,
      },
      changes: [
        change('Người ký', 'Signed by', names.person(signer)),
        change('Nội dung', 'Text', text),
        ...unconfirmedChange(unconfirmed),
        ...others.map((to) =>
          change('Còn phải gửi đến', 'To be sent to, too', ADDRESSEE_WORDS[to]),
        ),
      ],
      state: STATE_WORDS.issued,
    }),
    publishes: ({ case: number, petitions, unit, decisionNumber, issuedOn, ...data }) => {
      const { conclusion, clocksStarted, inForceAfter, unconfirmed } = data;
      const clock = clocksStarted?.find(({ rule }) => rule.endsWith('.SEND'));
      const publication = clocksStarted?.find(({ rule }) => rule === 'KN.PUBLISH');
      return {
        type: 'DecisionIssued',
        data: {
          ...{ case: number, petitions, unit, decisionNumber, issuedOn },
          ...countsFromOf(unconfirmed),
          ...(conclusion === undefined ? {} : { conclusion }),
          ...(clock === undefined ? {} : { clock }),
          ...(publication === undefined ? {} : { publication }),
          ...(inForceAfter === undefined ? {} : { inForceAfter }),
        },
      };
    },
  },
);

export const caseClosed = storedEvent('CaseClosed', z.strictObject({ ...caseShape, because }), {
  history: ({ because: why }) => ({
    summary: { vi: 'Kết thúc vụ việc.', en: 'Case closed.' },
    ...(why === undefined ? {} : { changes: [change('Căn cứ', 'Why', CLOSING_WORDS[why])] }),
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
  z.strictObject({ ...caseShape, was: date, receivedOn: date }),
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
  ...publicationEvents,
  caseClosed,
  dayConfirmed,
  dayDeclined,
  receiptDateNoted,
  lowerUnitUrged,
  delayReported,
  deadlineBreached,
] as const;

export type CaseEvent = EventOf<(typeof caseEvents)[number]>;
