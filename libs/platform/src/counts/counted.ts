import type { ClockChanges, ClockStarted, PetitionKind } from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import type { Settled } from '../figures/figured.ts';
import { daysOfWeek, isoWeekOf } from '../rows/iso-week.ts';

type Running = Pick<ClockStarted, 'rule' | 'due' | 'legal'>;

/** What figures are made of: one matter in one service. Days are ISO dates. */
export interface Counted {
  readonly unit: string;
  readonly kind: PetitionKind;
  /** In which state it waits here; `null`: it no longer does. */
  readonly state: string | null;
  /** When the petition was received: its age. */
  readonly receivedOn: string;
  /** When it came in here, where that is where the office receives it. */
  readonly cameOn: string | null;
  /** When it was finished for good. */
  readonly finishedOn: string | null;
  readonly running: readonly Running[];
  readonly ended: readonly {
    readonly rule: string;
    readonly due: string;
    readonly on: string;
    readonly legal: boolean;
    readonly late: boolean;
  }[];
}

/** How a service's matters are counted. */
export interface Counting {
  /** With the number behind it, the name of the stream. */
  readonly prefix: string;
  readonly evolve: (was: Counted | undefined, recorded: RecordedEvent) => Counted | undefined;
  /** Whether the event settles the matter, for the public figures. */
  readonly settles?: (was: Counted, recorded: RecordedEvent) => Settled | undefined;
}

/** One figure that a matter adds one to. */
export interface Tally {
  readonly what: string;
  readonly unit: string;
  /** Only of what waits: a figure that is not shown by kind is kept without it. */
  readonly kind: PetitionKind | '';
  /** Of weeks their Monday, of months their first day. */
  readonly day: string;
}

export const NO_COUNTED_CLOCKS: Pick<Counted, 'running' | 'ended'> = { running: [], ended: [] };

/**
 * The clocks after an event. A met clock counts as in time or late, by the day that the law counts; a void
 * one counts as neither. A clock met on an unconfirmed day is met again once that day is settled; the later
 * word counts. One that runs again to the same last day was not met after all.
 */
export function countClocks(
  { running, ended }: Pick<Counted, 'running' | 'ended'>,
  { clocksStarted = [], clocksEnded = [] }: ClockChanges,
  recordedAt: string,
): Pick<Counted, 'running' | 'ended'> {
  const changed = new Set([...clocksEnded, ...clocksStarted].map(({ rule }) => rule));
  const isStarted = (one: Running) =>
    clocksStarted.some(({ rule, due }) => rule === one.rule && due === one.due);
  const again = new Set<unknown>(ended.filter(isStarted));
  const met = clocksEnded.flatMap(({ rule, how, on = localDate(recordedAt) }) => {
    const isRule = (one: { readonly rule: string }) => one.rule === rule;
    const before = running.some(isRule) ? undefined : ended.findLast(isRule);
    const clock = before ?? running.find(isRule);
    if (how !== 'met' || !clock) return [];
    if (before) again.add(before);
    const { due, legal } = clock;
    return [{ rule, due, on, legal, late: on > due.slice(0, 10) }];
  });
  return {
    running: [
      ...running.filter(({ rule }) => !changed.has(rule)),
      ...clocksStarted.map(({ rule, due, legal }) => ({ rule, due, legal })),
    ],
    ended: [...ended.filter((one) => !again.has(one)), ...met],
  };
}

const mondayOf = (day: string): string => daysOfWeek(isoWeekOf(`${day}T05:00:00Z`)).from;
const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;
export const ofClock = (legal: boolean): 'law' | 'own' => (legal ? 'law' : 'own');

/** All figures that a matter is in. */
export function talliesOf({ unit, kind, ...matter }: Counted): Tally[] {
  const { state, receivedOn, cameOn, finishedOn, running, ended } = matter;
  const tally = (what: string, day: string): Tally => ({ what, unit, kind: '', day });
  const dueBy = (legal: boolean) => {
    const dues = running.filter((clock) => clock.legal === legal).map(({ due }) => due);
    const [first] = dues.sort();
    return first === undefined ? [] : [tally(`due:${ofClock(legal)}`, first.slice(0, 10))];
  };
  return [
    ...(cameOn === null ? [] : [tally('in', mondayOf(cameOn))]),
    ...(finishedOn === null ? [] : [tally('out', mondayOf(finishedOn))]),
    ...(state === null
      ? []
      : [{ ...tally(`open:${state}`, receivedOn), kind }, ...dueBy(true), ...dueBy(false)]),
    ...ended.map(({ on, legal, late }) =>
      tally(`${late ? 'late' : 'met'}:${ofClock(legal)}`, firstOf(on)),
    ),
  ];
}
