import {
  ADDRESSEES,
  areOneWill,
  change,
  clockChanges,
  clockStartedSchema,
  confirmDay,
  dayMonthYear,
  dayOfSchema,
  declineDay,
  refusalsOf,
  storedEvent,
  willOf,
  words,
  type Acting,
  type Addressee,
  type BodyOf,
  type DayOf,
  type LocalizedText,
} from '@minh-bach/contracts';
import { sealed, z, type Actor, type EventOf } from '@minh-bach/kernel';
import { caseShape } from './case-shape.ts';
import { ofCase, type Requested } from './case.state.ts';
import { meetAgain, secondComplaint } from './limits.ts';

const date = z.iso.date();

/** A day that one person said, and that another one has to confirm. */
export interface WaitingDay {
  readonly of: DayOf;
  readonly to: Addressee;
  readonly day: string;
  /** Of which sending it is the day; absent of another day. */
  readonly sending?: number;
  /** Until then, and where it is declined for good. */
  readonly countsFrom: string;
  readonly crossesLimit: boolean;
  readonly proposer: Acting;
  /** Whose step it was: of the case, or one above that it fell to. */
  readonly unit: string;
}

const settled = {
  ...caseShape,
  of: dayOfSchema,
  to: z.enum(ADDRESSEES),
  day: date,
  /** Absent in older events, too. */
  sending: z.number().int().exactOptional(),
  countsFrom: date,
  ...clockChanges,
};

const WHAT: Readonly<Record<DayOf, LocalizedText>> = {
  issue: words('ngày ban hành quyết định', 'the day of issue'),
  sending: words('ngày gửi quyết định', 'the day of sending'),
  receipt: words('ngày nhận quyết định', 'the day of receipt'),
};

type Settled = z.infer<z.ZodObject<typeof settled>>;
const tells = ({ to, of }: Settled): boolean => of === 'issue' || to === 'sender';
const toldOf = ({ case: number, petitions, of, day, countsFrom }: Settled) => ({
  case: number,
  petitions,
  of,
  day,
  countsFrom,
});

/** From now on the day itself counts. */
export const dayConfirmed = storedEvent(
  'DayConfirmed',
  z.strictObject({
    ...settled,
    recordedBy: z.string(),
    note: sealed('working', z.string()).nullable(),
    /** Until when they may complain a second time, from the right day. */
    window: clockStartedSchema.exactOptional(),
  }),
  {
    history: ({ of, day, countsFrom, recordedBy, note }, { names }) => ({
      summary: words(
        `Xác nhận ${WHAT[of].vi} là ${dayMonthYear(day)}; thời hạn tính theo ngày này.`,
        `Confirmed: ${WHAT[of].en} is ${dayMonthYear(day)}; limits count by it.`,
      ),
      changes: [
        change('Trước đó tính theo ngày', 'Counted before by', dayMonthYear(countsFrom)),
        change('Người ghi', 'Recorded by', names.person(recordedBy)),
        ...(note === null ? [] : [change('Ghi chú', 'Note', note)]),
      ],
    }),
    publishes: (data) =>
      tells(data)
        ? {
            type: 'DecisionDaySettled',
            data: {
              ...toldOf(data),
              isConfirmed: true,
              ...(data.window === undefined ? {} : { window: data.window }),
            },
          }
        : undefined,
  },
);

/** The day of its recording counts for good. */
export const dayDeclined = storedEvent(
  'DayDeclined',
  z.strictObject({ ...settled, note: sealed('working', z.string()) }),
  {
    history: ({ of, day, countsFrom, note }) => ({
      summary: words(
        `Không xác nhận ${WHAT[of].vi} ${dayMonthYear(day)}; thời hạn tính theo ngày ghi nhận ${dayMonthYear(countsFrom)}.`,
        `Not confirmed: ${WHAT[of].en} ${dayMonthYear(day)}; limits count by ${dayMonthYear(countsFrom)}, when it was recorded.`,
      ),
      changes: [change('Lý do', 'Reason', note)],
    }),
    publishes: (data) =>
      tells(data)
        ? { type: 'DecisionDaySettled', data: { ...toldOf(data), isConfirmed: false } }
        : undefined,
  },
);

export type DaySettled = EventOf<typeof dayConfirmed> | EventOf<typeof dayDeclined>;

export interface ConfirmDay extends BodyOf<typeof confirmDay> {
  readonly type: 'ConfirmDay';
}
export interface DeclineDay extends BodyOf<typeof declineDay> {
  readonly type: 'DeclineDay';
}

/** Also after the file is closed: what is late stays to be known. */
export function settleDay(
  state: Requested,
  command: ConfirmDay | DeclineDay,
  actor: Actor,
): DaySettled[] {
  const isConfirmed = command.type === 'ConfirmDay';
  const [waiting] = state.waiting;
  if (!waiting) throw refusalsOf(isConfirmed ? confirmDay : declineDay)('NO_DAY_WAITS');
  const { proposer, crossesLimit: _, unit: __, ...settles } = waiting;
  if (isConfirmed && areOneWill(willOf(proposer), willOf(actor)))
    throw refusalsOf(confirmDay)('ANOTHER_PERSON_CONFIRMS');
  const clocksEnded = meetAgain(afterSettling(state, waiting, isConfirmed));
  const data = {
    ...ofCase(state),
    ...settles,
    ...(clocksEnded.length > 0 ? { clocksEnded } : {}),
  };
  if (command.type === 'DeclineDay')
    return [{ type: 'DayDeclined', data: { ...data, note: command.note } }];
  const window = waiting.of === 'receipt' ? secondComplaint(state.concluded, waiting.day) : {};
  return [
    {
      type: 'DayConfirmed',
      data: { ...data, recordedBy: proposer.person, note: command.note, ...window },
    },
  ];
}

export function evolveSettled(state: Requested, { type, data }: DaySettled): Requested {
  const waiting = state.waiting.find((one) => isSame(data, one));
  if (!waiting) return state;
  const after = afterSettling(state, waiting, type === 'DayConfirmed');
  const done = (data.clocksEnded ?? []).filter(({ isUnconfirmed }) => !isUnconfirmed);
  const unsettled = after.unsettled.filter((rule) => !done.some((one) => one.rule === rule));
  return { ...after, unsettled };
}

type Of = Pick<WaitingDay, 'of' | 'to' | 'day' | 'sending'>;
/** An older event names no sending: of those alike the oldest, which is answered first. */
const isSame = (said: Of, one: Of): boolean =>
  said.of === one.of &&
  said.to === one.to &&
  said.day === one.day &&
  (said.sending === undefined || said.sending === one.sending);

function afterSettling(state: Requested, waiting: WaitingDay, isConfirmed: boolean): Requested {
  const rest = state.waiting.filter((one) => one !== waiting);
  const sendings = state.sendings.map((one) => {
    if (one.sending !== waiting.sending) return one;
    const countsFrom = isConfirmed ? waiting.day : one.countsFrom;
    return { ...one, countsFrom, isWaiting: false };
  });
  return { ...state, waiting: rest, sendings };
}
