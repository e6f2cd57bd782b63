import {
  REPORT_ON_DELAY,
  CHANNEL_WORDS,
  change,
  channelSchema,
  dayMonthYear,
  pairs,
  recounted,
  storedEvent,
  withdrawn,
  words,
  type ClockChanges,
  type ClockStarted,
  type ReceiptDateCorrectedV1,
} from '@minh-bach/contracts';
import { caseNumber, petitionNumber, type EventOf, z } from '@minh-bach/kernel';
import { takenApart } from './merge.ts';
import { INWARD, acceptance, hardLimit } from './petition-clocks.ts';
import type { PetitionEvent } from './petition.events.ts';
import type { Taken } from './petition.state.ts';

/** Two people at reception corrected the day; from now on everything here counts from the right one. */
export interface NoteReceipt extends ReceiptDateCorrectedV1 {
  readonly type: 'NoteReceipt';
}

/**
 * What was counted from the wrong day is recalculated by events of its own. Where the petition has a case,
 * this tells the case: so a correction and an acceptance have one order, the one of this stream.
 */
export const receiptDateNoted = storedEvent(
  'ReceiptDateNoted',
  z.strictObject({
    petition: petitionNumber(),
    was: z.iso.date(),
    receivedOn: z.iso.date(),
    channel: channelSchema.exactOptional(),
    case: caseNumber().nullable(),
  }),
  {
    history: ({ was, receivedOn, channel }) => ({
      summary: words(
        `Ngày nhận đơn được đính chính: ${dayMonthYear(receivedOn)}, trước đây ghi ${dayMonthYear(was)}.`,
        `The receipt date was corrected: ${dayMonthYear(receivedOn)}, before ${dayMonthYear(was)}.`,
      ),
      changes:
        channel === undefined
          ? []
          : [change('Hình thức gửi đơn', 'Channel', CHANNEL_WORDS[channel])],
    }),
    publishes: ({ case: number, petition, receivedOn }) =>
      number === null
        ? undefined
        : {
            type: 'CaseReceiptCorrected',
            data: { case: number, petitions: [petition], receivedOn },
          },
  },
);
export type ReceiptDateNoted = EventOf<typeof receiptDateNoted>;

/** A clock that was met, and when. */
export interface Met {
  readonly clock: ClockStarted;
  /** ISO instant, or the day that the law counts. */
  readonly at: string;
}

/**
 * Clocks that run are counted from the right day. One that was met keeps its date; where it was late by the
 * wrong day alone, the warning is taken back.
 */
export function noteReceipt(state: Taken, command: NoteReceipt): PetitionEvent[] {
  const { type: _, petition, receivedOn, channel } = command;
  if (receivedOn === state.receivedOn && (channel ?? state.channel) === state.channel) return [];
  const noted: ReceiptDateNoted = {
    type: 'ReceiptDateNoted',
    data: {
      ...{ petition, was: state.receivedOn, receivedOn },
      ...(channel === undefined ? {} : { channel }),
      case: state.case,
    },
  };
  const apart = takenApart({ ...state, receivedOn }, { because: 'receipt' });
  return [noted, ...recountedFrom(state, receivedOn), ...apart];
}

const BECAUSE = 'receipt-corrected';

function recountedFrom(state: Taken, receivedOn: string): PetitionEvent[] {
  const { clocks, kind, is, met } = state;
  const isOpen = is === 'taken' || is === 'classified';
  const running = Object.values(clocks.running).filter(({ rule }) => rule !== REPORT_ON_DELAY);
  const outward = pairs(
    running.filter((clock) => !isInward(clock)),
    isOpen ? acceptance(kind, receivedOn) : [],
    kind !== 'denunciation',
  );
  const inward = pairs(running.filter(isInward), isOpen ? hardLimit(receivedOn) : [], false);
  return [
    ...[...outward, ...inward].flatMap((one) => recounted(clocks, one, BECAUSE)),
    ...met.flatMap((one) => inTimeAfterAll(state, one, counted(state, receivedOn))),
  ];
}

/** All that count from receipt, whether or not they run. */
const counted = ({ kind }: Taken, receivedOn: string): ClockStarted[] => [
  ...acceptance(kind, receivedOn),
  ...hardLimit(receivedOn),
];

const isInward = ({ rule }: ClockStarted): boolean => INWARD.includes(rule);

function inTimeAfterAll(
  { clocks }: Taken,
  { clock, at }: Met,
  right: readonly ClockStarted[],
): PetitionEvent[] {
  if (!clocks.breached.includes(`${clock.rule} ${clock.due}`)) return [];
  const now = right.find((one) => isInward(one) === isInward(clock));
  const isLate = now !== undefined && Date.parse(at) >= Date.parse(now.endsAt);
  return isLate ? [] : [withdrawn(clock, BECAUSE)];
}

/** The clocks that an event met. */
export function metAfter(
  { met, clocks }: Pick<Taken, 'met' | 'clocks'>,
  { clocksEnded = [] }: ClockChanges,
  recordedAt: string,
): readonly Met[] {
  const done = clocksEnded.flatMap(({ rule, how, on }) => {
    const clock = clocks.running[rule];
    return how === 'met' && clock ? [{ clock, at: on ?? recordedAt }] : [];
  });
  return done.length === 0 ? met : [...met, ...done];
}
