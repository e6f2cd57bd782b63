import {
  CHANNEL_WORDS,
  PROOF_WORDS,
  actingOf,
  areOneWill,
  change,
  channelSchema,
  confirmCorrection,
  dayMonthYear,
  proofSchema,
  proposeReceiptDate,
  declineCorrection,
  isAnothers,
  refusalsOf,
  storedEvent,
  willOf,
  words,
  type Acting,
  type BodyOf,
  type Channel,
  type Proof,
} from '@minh-bach/contracts';
import { sealed, type Actor, type EventOf, z } from '@minh-bach/kernel';
import { countedToday, refuseTooOften } from './corrections-per-day.ts';
import { correctedSender, type CorrectSender, type SenderCorrected } from './correct-sender.ts';
import { MAX_DAYS_BEFORE_REGISTRATION, daysBetween } from './days.ts';
import type { Registered } from './petition.decider.ts';

const date = z.iso.date();
const proposal = {
  receivedOn: date,
  channel: channelSchema.exactOptional(),
  proof: proofSchema,
};
const proposalSchema = z.strictObject(proposal);
const said = ({ receivedOn, channel, proof }: z.infer<typeof proposalSchema>) => [
  change('Ngày nhận đúng', 'Right receipt date', dayMonthYear(receivedOn)),
  ...(channel === undefined
    ? []
    : [change('Hình thức gửi đơn', 'Channel', CHANNEL_WORDS[channel])]),
  change('Căn cứ chứng minh', 'Proof', PROOF_WORDS[proof]),
];

/** Nothing counts by it yet, so nobody else hears of it. */
export const receiptCorrectionProposed = storedEvent(
  'ReceiptCorrectionProposed',
  z.strictObject({
    /** In a field of its own: no row reads it as the day of receipt. */
    proposed: proposalSchema,
    was: date,
    reason: sealed('working', z.string()),
  }),
  {
    history: ({ proposed, was, reason }) => ({
      summary: words(
        `Đề nghị đính chính ngày nhận đơn: ${dayMonthYear(proposed.receivedOn)}, đang ghi ${dayMonthYear(was)}; chờ người thứ hai xác nhận.`,
        `Proposed: received on ${dayMonthYear(proposed.receivedOn)}, not on ${dayMonthYear(was)}; a second person has to confirm.`,
      ),
      changes: [...said(proposed), change('Lý do', 'Reason', reason)],
    }),
  },
);

export const receiptCorrectionDeclined = storedEvent(
  'ReceiptCorrectionDeclined',
  z.strictObject({
    proposed: z.strictObject({ receivedOn: date }),
    note: sealed('working', z.string()),
    /** Where it was no proposal of who declined. */
    proposedBy: z.string().exactOptional(),
  }),
  {
    history: ({ proposed, note, proposedBy }, { names }) => ({
      summary: words(
        `Không đính chính ngày nhận đơn thành ${dayMonthYear(proposed.receivedOn)}.`,
        `The receipt date is not corrected to ${dayMonthYear(proposed.receivedOn)}.`,
      ),
      changes: [
        change('Lý do', 'Reason', note),
        ...(proposedBy === undefined
          ? []
          : [change('Người đề nghị', 'Proposed by', names.person(proposedBy))]),
      ],
    }),
  },
);

/** Two people said so. What counts from receipt is counted anew; what was said before stays readable. */
export const receiptDateCorrected = storedEvent(
  'ReceiptDateCorrected',
  z.strictObject({
    ...proposal,
    was: date,
    proposedBy: z.string(),
    /** Of who confirmed; the reason stands in the proposal. */
    note: sealed('working', z.string()).nullable(),
  }),
  {
    history: (data, { names }) => ({
      summary: words(
        `Đính chính ngày nhận đơn: ${dayMonthYear(data.receivedOn)}, trước đây ghi ${dayMonthYear(data.was)}.`,
        `Receipt date corrected: ${dayMonthYear(data.receivedOn)}, before ${dayMonthYear(data.was)}.`,
      ),
      changes: [
        change('Ngày nhận trước đây', 'Receipt date before', dayMonthYear(data.was)),
        ...said(data),
        change('Người đề nghị', 'Proposed by', names.person(data.proposedBy)),
        ...(data.note === null ? [] : [change('Ghi chú', 'Note', data.note)]),
      ],
    }),
    publishes: ({ receivedOn, channel }, { matter }) => ({
      type: 'ReceiptDateCorrected',
      data: { petition: matter, receivedOn, ...(channel === undefined ? {} : { channel }) },
    }),
  },
);

export type ReceiptCorrectionEvent = EventOf<
  typeof receiptCorrectionProposed | typeof receiptCorrectionDeclined | typeof receiptDateCorrected
>;

/** What waits for a second person. */
export interface PendingReceipt {
  readonly receivedOn: string;
  readonly channel?: Channel;
  readonly proof: Proof;
  readonly proposer: Acting;
  /** ISO instant. */
  readonly at: string;
}

export interface ProposeReceiptDate extends BodyOf<typeof proposeReceiptDate> {
  readonly type: 'ProposeReceiptDate';
}
export interface ConfirmCorrection extends BodyOf<typeof confirmCorrection> {
  readonly type: 'ConfirmCorrection';
}
export interface DeclineCorrection extends BodyOf<typeof declineCorrection> {
  readonly type: 'DeclineCorrection';
}
export type CorrectionCommand =
  ProposeReceiptDate | ConfirmCorrection | DeclineCorrection | CorrectSender;
export type CorrectionEvent = ReceiptCorrectionEvent | SenderCorrected;

/**
 * At any time, also after the matter has ended: no law closes the record to what is true, and a warning
 * that was wrong may still be taken back. What is met keeps its date.
 */
export function decideCorrection(
  command: CorrectionCommand,
  state: Registered,
  actor: Actor,
  now: string,
): CorrectionEvent {
  const event = decided(command, state, actor);
  refuseTooOften(state, event, { actor, now });
  return event;
}

function decided(command: CorrectionCommand, state: Registered, actor: Actor): CorrectionEvent {
  if (command.type === 'CorrectSender') return correctedSender(command);
  const { receivedOn: was, correction } = state;
  if (command.type === 'ProposeReceiptDate') {
    const { receivedOn, channel, proof, reason } = command;
    refuseWrongDay(state, receivedOn);
    const isOther = channel !== null && channel !== state.channel;
    const proposed = { receivedOn, ...(isOther && { channel }), proof };
    return { type: 'ReceiptCorrectionProposed', data: { proposed, was, reason } };
  }
  if (command.type === 'DeclineCorrection') {
    const waiting = pending(correction, refusalsOf(declineCorrection));
    const data = { proposed: { receivedOn: waiting.receivedOn }, note: command.note };
    const of = isAnothers(waiting, actor) ? { proposedBy: waiting.proposer.person } : {};
    return { type: 'ReceiptCorrectionDeclined', data: { ...data, ...of } };
  }
  const refuse = refusalsOf(confirmCorrection);
  const { proposer, at: _, ...corrected } = pending(correction, refuse);
  if (areOneWill(willOf(proposer), willOf(actor))) throw refuse('ANOTHER_PERSON_CONFIRMS');
  const data = { ...corrected, was, proposedBy: proposer.person, note: command.note };
  return { type: 'ReceiptDateCorrected', data };
}

function pending(
  correction: PendingReceipt | null,
  refuse: (code: 'NO_CORRECTION_PENDING') => Error,
): PendingReceipt {
  if (correction === null) throw refuse('NO_CORRECTION_PENDING');
  return correction;
}

function refuseWrongDay(
  { receivedOn: was, registeredOn, notBefore, correction }: Registered,
  receivedOn: string,
): void {
  const refuse = refusalsOf(proposeReceiptDate);
  if (correction !== null) throw refuse('CORRECTION_PENDING');
  if (receivedOn === was) throw refuse('RECEIPT_DATE_SAME');
  if (receivedOn > registeredOn) throw refuse('RECEIVED_AFTER_REGISTRATION', { registeredOn });
  if (daysBetween(receivedOn, registeredOn) > MAX_DAYS_BEFORE_REGISTRATION)
    throw refuse('RECEIVED_LONG_BEFORE_REGISTRATION', { days: MAX_DAYS_BEFORE_REGISTRATION });
  if (notBefore !== null && receivedOn < notBefore)
    throw refuse('DATED_AFTER_RECEIPT', { field: '/receivedOn' });
}

export function evolveCorrection(
  state: Registered,
  event: CorrectionEvent,
  { actor, recordedAt }: { readonly actor: Actor; readonly recordedAt: string },
): Registered {
  const today = countedToday(state, event, { actor, recordedAt });
  switch (event.type) {
    case 'ReceiptCorrectionProposed': {
      const proposer = actingOf(actor);
      return { ...state, today, correction: { ...event.data.proposed, proposer, at: recordedAt } };
    }
    case 'ReceiptCorrectionDeclined':
      return { ...state, today, correction: null };
    case 'SenderCorrected':
      return { ...state, today };
    case 'ReceiptDateCorrected': {
      const { receivedOn, was, channel = state.channel } = event.data;
      return {
        ...state,
        today,
        correction: null,
        receivedOn,
        receivedOnBefore: was,
        channel,
        keptSince: receivedOn < state.keptSince ? receivedOn : state.keptSince,
        on: state.state === 'received' ? receivedOn : state.on,
      };
    }
  }
}
