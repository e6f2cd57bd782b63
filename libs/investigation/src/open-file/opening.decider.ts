import {
  NOTHING_YET,
  boundPerDay,
  openCaseFile,
  refusalsOf,
  type PerDay,
} from '@minh-bach/contracts';
import type { Decider } from '@minh-bach/kernel';
import type { CaseFileOpened } from './case-file-opened.ts';

/** Of one person in one case: each opening makes the history longer that others read. */
export const fileOpeningsPerDay = boundPerDay<CaseFileOpened['type']>(
  new Map([['CaseFileOpened', 100]]),
);

/** Openings lie in a stream of their own: reading disturbs no decision. */
export const fileOpeningDecider: Decider<PerDay, CaseFileOpened, CaseFileOpened> = {
  initialState: NOTHING_YET,
  decide(opening, state, { actor, now }) {
    fileOpeningsPerDay.refuseTooOften(state, [opening], { actor, now }, refusalsOf(openCaseFile));
    return [opening];
  },
  evolve: (state, event, { actor, recordedAt }) =>
    fileOpeningsPerDay.counted(state, event, actor, recordedAt),
};
