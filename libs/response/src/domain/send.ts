import {
  ADDRESSEE_WORDS,
  ADDRESSEES,
  addressedBy,
  change,
  claimed,
  clockChanges,
  clockStartedSchema,
  dayMonthYear,
  isSeveral,
  recordDelivery,
  refusalsOf,
  sendDecision,
  sendingMethodSchema,
  storedEvent,
  words,
  type Addressee,
  type BodyOf,
  type ClockEnded,
} from '@minh-bach/contracts';
import { sealed, z, type EventOf } from '@minh-bach/kernel';
import { missingIn, sentTo } from './addressees.ts';
import { claimedDay, unconfirmedIn, type ClaimedDay } from './claimed-day.ts';
import { countsFromOf, unconfirmedChange } from './claimed-words.ts';
import {
  expectBetween,
  expectState,
  nextSending,
  ofCase,
  type Requested,
  type Sending,
} from './case.state.ts';
import { caseShape } from './case-shape.ts';
import { FORWARDED_RESULT, meet, secondComplaint } from './limits.ts';
import { METHOD_WORDS, STATE_WORDS } from './words.ts';

const date = z.iso.date();
/** Absent in older events: the sender. */
const to = z.enum(ADDRESSEES).exactOptional();

export const decisionSent = storedEvent(
  'DecisionSent',
  z.strictObject({
    ...caseShape,
    to,
    method: sendingMethodSchema,
    sentOn: date,
    ...claimed,
    /** To whom and where; absent where that stands in the petition's own seal. */
    addressee: sealed('identity', z.string()).exactOptional(),
    /** Of the post, or of the electronic document. */
    item: sealed('working', z.string()).exactOptional(),
    ...clockChanges,
  }),
  {
    history: ({ to = 'sender', method, sentOn, unconfirmed, addressee, item }) => ({
      summary: words(
        `Gửi quyết định đến ${lower(to).vi} ngày ${dayMonthYear(sentOn)}, hình thức: ${METHOD_WORDS[method].vi}.`,
        `Decision sent to ${lower(to).en} on ${dayMonthYear(sentOn)}, ${METHOD_WORDS[method].en}.`,
      ),
      changes: [
        ...(addressee === undefined ? [] : [change('Người nhận', 'Addressee', addressee)]),
        ...(item === undefined ? [] : [change('Số bưu gửi, số văn bản', 'Item number', item)]),
        ...unconfirmedChange(unconfirmed),
      ],
      ...(to === 'sender' ? { state: STATE_WORDS.sent } : {}),
    }),
    publishes: ({ to = 'sender', case: number, petitions, sentOn, unconfirmed }) =>
      to === 'sender'
        ? {
            type: 'DecisionSent',
            data: { case: number, petitions, sentOn, ...countsFromOf(unconfirmed) },
          }
        : undefined,
  },
);

export const decisionDelivered = storedEvent(
  'DecisionDelivered',
  z.strictObject({
    ...caseShape,
    to,
    receivedOn: date,
    ...claimed,
    /** Number of the advice of delivery, or of the signed receipt. */
    proof: sealed('working', z.string()).exactOptional(),
    /** Until when they may complain a second time. */
    window: clockStartedSchema.exactOptional(),
  }),
  {
    history: ({ to = 'sender', receivedOn, unconfirmed, proof }) => ({
      summary: words(
        `Quyết định đã đến ${lower(to).vi} ngày ${dayMonthYear(receivedOn)}.`,
        `Decision received by ${lower(to).en} on ${dayMonthYear(receivedOn)}.`,
      ),
      changes: [
        ...(proof === undefined
          ? []
          : [change('Giấy báo phát, biên nhận', 'Proof of receipt', proof)]),
        ...unconfirmedChange(unconfirmed),
      ],
      ...(to === 'sender' ? { state: STATE_WORDS.delivered } : {}),
    }),
    publishes: ({ to = 'sender', case: number, petitions, receivedOn, unconfirmed, window }) =>
      to === 'sender'
        ? {
            type: 'DecisionDelivered',
            data: {
              ...{ case: number, petitions, receivedOn },
              ...countsFromOf(unconfirmed),
              ...(window === undefined ? {} : { window }),
            },
          }
        : undefined,
  },
);

export type SendingEvent = EventOf<typeof decisionSent> | EventOf<typeof decisionDelivered>;

export interface SendDecision extends BodyOf<typeof sendDecision> {
  readonly type: 'SendDecision';
}
export interface RecordDelivery extends BodyOf<typeof recordDelivery> {
  readonly type: 'RecordDelivery';
}

export function send(state: Requested, command: SendDecision, today: string): SendingEvent[] {
  const refuse = refusalsOf(sendDecision);
  const { to = 'sender', method, sentOn, addressee, item } = command;
  if (to === 'sender') expectState(state, 'issued', refuse);
  else if (state.is === 'requested' || state.is === 'closed')
    throw refuse('NOT_THE_TIME_FOR_THIS', { state: state.is, expected: 'issued' });
  const { always, ifAny } = addressedBy(state.concluded);
  if (![...always, ...ifAny].includes(to)) throw refuse('NOT_AN_ADDRESSEE');
  if (sentTo(state, to).length > 0 && !isSeveral(to)) throw refuse('ALREADY_SENT');
  if (isSeveral(to) && addressee === null) throw refuse('ADDRESSEE_MISSING');
  expectBetween(state.issuedOn, sentOn, today, '/sentOn', refuse);
  const dues = Object.values(state.clocks.running).map(({ due }) => due);
  const day = claimedDay(sentOn, today, dues);
  const clocksEnded = endedBy(state, to, { sentOn, ...day });
  return [
    {
      type: 'DecisionSent',
      data: {
        ...ofCase(state),
        ...(to === 'sender' ? {} : { to }),
        ...{ method, sentOn },
        ...unconfirmedIn(day),
        ...(addressee === null ? {} : { addressee }),
        ...(item === null ? {} : { item }),
        ...(clocksEnded.length > 0 ? { clocksEnded } : {}),
      },
    },
  ];
}

/** The limit of sending is met when the last of them was sent; that of the forwarder, with theirs. */
function endedBy(
  state: Requested,
  to: Addressee,
  { sentOn, countsFrom, unconfirmed }: ClaimedDay & { readonly sentOn: string },
): ClockEnded[] {
  const sending = { sentOn, countsFrom, isWaiting: unconfirmed !== undefined };
  const { instance } = state.concluded;
  const isLast = missingIn(state).every((one) => one === to);
  const sendings = [...state.sendings, sending];
  return [
    ...(isLast ? meet(state, `KN${instance}.SEND`, sendings) : []),
    ...(to === 'forwarder' ? meet(state, FORWARDED_RESULT, [sending]) : []),
  ];
}

export function deliver(state: Requested, command: RecordDelivery, today: string): SendingEvent[] {
  const refuse = refusalsOf(recordDelivery);
  const { to = 'sender', receivedOn, proof } = command;
  if (to === 'sender') expectState(state, 'sent', refuse);
  if (sentTo(state, to).length === 0 || state.is === 'closed')
    throw refuse('NOT_THE_TIME_FOR_THIS', { state: state.is, expected: 'sent' });
  const sending = receivedBy(state, to);
  if (!sending) throw refuse('ALREADY_RECEIVED');
  expectBetween(sending.sentOn, receivedOn, today, '/receivedOn', refuse);
  const isSender = to === 'sender';
  const day = claimedDay(receivedOn, today, []);
  // What others receive starts nothing.
  const startsRight = isSender ? secondComplaint(state.concluded, day.countsFrom) : {};
  return [
    {
      type: 'DecisionDelivered',
      data: {
        ...ofCase(state),
        ...(to === 'sender' ? {} : { to }),
        receivedOn,
        ...(isSender ? unconfirmedIn(day) : {}),
        ...(proof === null ? {} : { proof }),
        ...startsRight,
      },
    },
  ];
}

/** Of several, a receipt is of the first without one. */
const receivedBy = (state: Requested, to: Addressee): Sending | undefined =>
  sentTo(state, to).find(({ receivedOn }) => receivedOn === null);

export function evolveSending(state: Requested, { type, data }: SendingEvent): Requested {
  const { to = 'sender' } = data;
  const isSender = to === 'sender';
  if (type === 'DecisionSent') {
    const { sentOn, method, unconfirmed } = data;
    const { countsFrom } = unconfirmed ?? { countsFrom: sentOn };
    const isWaiting = unconfirmed !== undefined;
    const sending = nextSending(state);
    const sent = { sending, to, sentOn, countsFrom, isWaiting, receivedOn: null };
    const sendings = [...state.sendings, sent];
    return { ...state, sendings, ...(isSender ? { is: 'sent', sentOn, method } : {}) };
  }
  const { receivedOn } = data;
  const received = receivedBy(state, to);
  const sendings = state.sendings.map((one) => (one === received ? { ...one, receivedOn } : one));
  return { ...state, sendings, ...(isSender ? { is: 'delivered' } : {}) };
}

const lower = (addressee: Addressee) => {
  const { vi, en } = ADDRESSEE_WORDS[addressee];
  return {
    vi: vi.charAt(0).toLowerCase() + vi.slice(1),
    en: en.charAt(0).toLowerCase() + en.slice(1),
  };
};
