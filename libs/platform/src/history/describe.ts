import type {
  ClockChanges,
  ClockStarted,
  DeadlineBreached,
  HistoryEntry,
} from '@minh-bach/contracts';
import { isCiphertext, localDate, type RecordedEvent } from '@minh-bach/kernel';

export interface Both {
  readonly vi: string;
  readonly en: string;
}

export type Change = HistoryEntry['changes'][number];

/** An event in words, as its context says it. */
export interface Described {
  readonly summary: Both;
  readonly changes?: readonly Change[];
  /** Where the matter stands in this service after it. */
  readonly state?: Both;
  readonly rules?: HistoryEntry['rules'];
}

/** Names of people and units, for sentences. */
export interface Names {
  person(id: string): string;
  unit(id: string): Both;
}

/**
 * @param isDenunciation as it is known today: what came later may forbid to show what was said before,
 *   however far back one looks
 */
export type DescribeEvent = (
  recorded: RecordedEvent,
  names: Names,
  isDenunciation: boolean,
) => Described;

/** A field for the timeline; a sealed one is shown as closed, never opened in passing. */
export const change = (vi: string, en: string, value: unknown): Change => {
  const label = { vi, en };
  if (isCiphertext(value)) return { label, value: null, closed: value.$sealed };
  if (value === null || value === undefined) return { label, value: null };
  return { label, value: typeof value === 'object' ? (value as Both) : String(value) };
};

/** Whom a petition names: units by name, people by their number alone, as the timeline opens nothing. */
export function respondentChanges({ respondentUnit, respondents }: Named, names: Names): Change[] {
  if (respondentUnit === undefined && respondents === undefined) return [];
  const { units = [], people = [] } = respondents ?? {};
  const all = [...(respondentUnit ? [respondentUnit] : []), ...units].map((id) => names.unit(id));
  const said = all.length === 0 ? null : listed(all);
  return [
    change('Đơn vị bị khiếu nại, tố cáo', 'Units complained of', said),
    ...(people.length === 0
      ? []
      : [
          change('Người bị khiếu nại, tố cáo', 'People complained of', {
            vi: `${people.length} người`,
            en: people.length === 1 ? 'one person' : `${people.length} people`,
          }),
        ]),
  ];
}

interface Named {
  readonly respondentUnit?: string | null;
  readonly respondents?: { readonly units: readonly string[]; readonly people: readonly unknown[] };
}

const listed = (all: readonly Both[]): Both => ({
  vi: all.map(({ vi }) => vi).join('; '),
  en: all.map(({ en }) => en).join('; '),
});

/** `2026-12-03` as people here write it: `03/12/2026`. */
export const dayMonthYear = (date: string): string =>
  date.slice(0, 10).split('-').reverse().join('/');

const ENDED = {
  met: { vi: 'Đã thực hiện trong thời hạn.', en: 'Done within this limit.' },
  late: { vi: 'Đã thực hiện, sau khi hết hạn.', en: 'Done after this limit had run out.' },
  void: { vi: 'Thời hạn này không còn áp dụng.', en: 'This limit no longer applies.' },
} as const;

/** The clock of a rule as the stream started it before, to say what it was that ended. */
export type StartedClock = (rule: string) => ClockStarted | undefined;

/** The rules that spoke: clocks that an event started or ended, and the breach of one. */
export function rulesOf(
  { event: { type, data }, metadata: { recordedAt } }: RecordedEvent,
  started: StartedClock,
): HistoryEntry['rules'] {
  if (type === 'DeadlineBreached') {
    const { rule, law, legal, due, name } = data as DeadlineBreached['data'];
    const explanation = {
      vi: `${name.vi}: hết hạn ngày ${dayMonthYear(due)}. Việc báo cáo cấp trên trực tiếp là quy định nội bộ của hệ thống, không phải quy định của pháp luật.`,
      en: `${name.en}: was due on ${dayMonthYear(due)}. Telling the direct superior is the product's policy, not law.`,
    };
    return [{ rule, name, law, legal, due, explanation }];
  }
  const { clocksStarted = [], clocksEnded = [] } = data as ClockChanges;
  return [
    ...clocksStarted.map((clock) => ({ ...ruleOf(clock), explanation: clock.explanation })),
    ...clocksEnded.flatMap(({ rule, how, on = localDate(recordedAt) }) => {
      const clock = started(rule);
      if (!clock) return [];
      const late = how === 'met' && on > clock.due.slice(0, 10);
      return [{ ...ruleOf(clock), explanation: ENDED[late ? 'late' : how] }];
    }),
  ];
}

const ruleOf = ({ rule, ruleVersion, calendarVersion, name, source, ...clock }: ClockStarted) => ({
  rule,
  version: ruleVersion,
  calendar: calendarVersion,
  name,
  law: source.law,
  legal: clock.legal,
  due: clock.due,
  provisional: clock.provisional,
});

/** A breach reads the same in every service. */
export function describeBreach({ name, told }: DeadlineBreached['data'], names: Names): Described {
  if (!told)
    return {
      summary: {
        vi: `Quá hạn: ${name.vi}. Chưa có thủ trưởng cấp trên để báo cáo.`,
        en: `Overdue: ${name.en}. No post above has a holder to tell.`,
      },
    };
  const person = names.person(told.person);
  return {
    summary: {
      vi: `Quá hạn: ${name.vi}. Đã báo cáo ${person}.`,
      en: `Overdue: ${name.en}. ${person} was told.`,
    },
  };
}
