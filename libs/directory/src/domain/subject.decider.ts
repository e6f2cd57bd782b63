import { recordEntry, refusalsOf } from '@minh-bach/contracts';
import type { Decider } from '@minh-bach/kernel';
import type { SubjectTaken } from './subject.events.ts';

export interface TakeSubject {
  readonly person: string;
}

/**
 * One account of a sign-in provider, one person, for ever: the log names people by it. Of two that take
 * it at the same moment the log lets one begin this stream.
 */
export const subjectDecider: Decider<string | null, TakeSubject, SubjectTaken> = {
  initialState: null,
  decide({ person }, owner) {
    if (owner === person) return [];
    if (owner !== null) throw refusalsOf(recordEntry)('SUBJECT_TAKEN');
    return [{ type: 'SubjectTaken', data: { person } }];
  },
  evolve: (_, { data }) => data.person,
};
