import type { DeadlineRule } from '../pack/schema.ts';
import type { DeadlineData, Words } from './deadline.ts';
import * as english from './words-en.ts';
import * as vietnamese from './words-vi.ts';

/** The steps as sentences that a person can check, in both languages. */
export function explain(deadline: DeadlineData, rule: DeadlineRule): Words {
  return {
    vi: sentences(deadline, rule, vietnamese),
    en: sentences(deadline, rule, english),
  };
}

function sentences(deadline: DeadlineData, rule: DeadlineRule, words: typeof vietnamese): string {
  return [
    words.heading(deadline, rule),
    ...deadline.steps.map((step) => words.sentence(step)),
    words.ending(deadline),
  ].join(' ');
}
