import {
  dayMonthYear,
  type ClockChanges,
  type ClockStarted,
  type DeadlineBreached,
  type HistoryEntry,
} from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import { explanationOf } from '../rows/explanation.ts';

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
  const begun = clocksStarted.map((clock) => ({
    ...ruleOf(clock),
    explanation: explanationOf(clock),
  }));
  const ended = clocksEnded.flatMap(({ rule, how, on = localDate(recordedAt) }) => {
    const clock = started(rule);
    if (!clock) return [];
    const late = how === 'met' && on > clock.due.slice(0, 10);
    return [{ ...ruleOf(clock), explanation: ENDED[late ? 'late' : how] }];
  });
  // The same rule, counted again: the day that was told before stands first.
  return type === 'ClockRecalculated' ? [...ended, ...begun] : [...begun, ...ended];
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
