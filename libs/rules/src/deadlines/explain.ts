import { calendarOf } from '../calendar/versions.ts';
import { formatDay, formatInstant, parseDay, parseMoment } from '../days.ts';
import type { DeadlineStep, Explainable, Words } from './deadline.ts';
import * as english from './words-en.ts';
import * as vietnamese from './words-vi.ts';

/** What sentences say beside their step. */
export interface SentenceFacts extends Pick<Explainable, 'due' | 'unrolled'> {
  readonly unit: Explainable['counted']['unit'];
  /** The start in local time. */
  readonly start: string;
  /** Names of days in the calendar that was counted by. */
  readonly restName: (date: string) => Words;
  readonly draftName: (date: string) => Words;
  /** The first and last day that the calendar confirms. */
  readonly confirmed: { readonly from: string; readonly through: string };
}

interface Wording {
  heading(deadline: Explainable): string;
  sentence(step: DeadlineStep, facts: SentenceFacts): string;
  ending(deadline: Explainable): string;
}

/** Events name the version that tells them, so none is ever changed or taken out. */
const WORDINGS: Readonly<Record<Explainable['counted']['wording'], Record<keyof Words, Wording>>> =
  { 1: { vi: vietnamese, en: english } };

/**
 * The steps as sentences that a person can check, in both languages: the same for ever, since the
 * deadline names the versions of words and calendar, and no rule of the pack is asked.
 */
export function explainDeadline(deadline: Explainable): Words {
  const { vi, en } = WORDINGS[deadline.counted.wording];
  const facts = factsOf(deadline);
  return { vi: sentences(deadline, facts, vi), en: sentences(deadline, facts, en) };
}

const sentences = (deadline: Explainable, facts: SentenceFacts, words: Wording): string =>
  [
    words.heading(deadline),
    ...deadline.counted.steps.map((step) => words.sentence(step, facts)),
    words.ending(deadline),
  ].join(' ');

function factsOf({ trigger, due, unrolled, calendarVersion, counted }: Explainable): SentenceFacts {
  const calendar = calendarOf(calendarVersion);
  const { day, at } = parseMoment(trigger);
  return {
    due,
    unrolled,
    unit: counted.unit,
    start: at === undefined ? formatDay(day) : formatInstant(at),
    restName: (date) => calendar.restName(parseDay(date)),
    draftName: (date) => calendar.draftName(parseDay(date)),
    confirmed: {
      from: formatDay(calendar.confirmedFrom),
      through: formatDay(calendar.confirmedThrough),
    },
  };
}
