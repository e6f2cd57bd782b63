import { type Refusal, isOneOf } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { Draft, Received } from './case.state.ts';

/** Relation to the case: only the one it is assigned to works it. */
export function refuseOthers(
  state: Received,
  actor: Actor,
  refuse: Refusal<'NOT_THE_ASSIGNEE'>,
): void {
  if (state.assignee !== actor.person) throw refuse('NOT_THE_ASSIGNEE');
}

export function refuseConcluded({ is }: Received, refuse: Refusal<'ALREADY_CONCLUDED'>): void {
  if (is === 'approved' || is === 'decided') throw refuse('ALREADY_CONCLUDED', { state: is });
}

export function refuseFuture(
  date: string,
  today: string,
  field: string,
  refuse: Refusal<'DATE_IN_FUTURE'>,
): void {
  if (date > today) throw refuse('DATE_IN_FUTURE', { field });
}

/**
 * Four eyes compares persons, not posts, and whoever acts for one of them, over the whole life of the case: a draft may be a copy of an
 * earlier one, or of a note. What a head notes as head does not count: it directs the work, and at the top
 * nobody else could judge. Only the draft that was read can be judged.
 */
export function draftToJudge(
  state: Received,
  actor: Actor,
  version: number,
  refuse: Refusal<'ALREADY_CONCLUDED' | 'NOTHING_PROPOSED' | 'DRAFT_CHANGED' | 'FOUR_EYES'>,
): Draft {
  refuseConcluded(state, refuse);
  if (state.is !== 'proposed' || !state.draft) throw refuse('NOTHING_PROPOSED');
  if (state.draft.version !== version)
    throw refuse('DRAFT_CHANGED', { seenVersion: version, actualVersion: state.draft.version });
  if (isOneOf(state.workers, actor)) throw refuse('FOUR_EYES');
  return state.draft;
}
