import { it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import { CASE, REGISTERED_AT, accept, classify, giang, take } from '../triage.fixture.ts';
import { petitionDecider } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: giang, now: REGISTERED_AT });
const accepted = petition.after(take(), classify(), accept());
const told = (progress: 'concluded' | 'decision_issued', number = CASE) =>
  ({ type: 'NoteProgress', case: number, progress, on: '2026-12-10' }) as const;

it('what becomes of its case is noted once, the decision after the conclusion', () => {
  accepted.when(told('concluded')).then({
    type: 'CaseProgressNoted',
    data: { case: CASE, progress: 'concluded', on: '2026-12-10' },
  });
  const concluded = accepted.and(told('concluded'));
  concluded.when(told('concluded')).thenNothing();
  concluded.when(told('decision_issued')).then({ type: 'CaseProgressNoted' });
  concluded.and(told('decision_issued')).when(told('concluded')).thenNothing();
});

it('a case that was not opened for it says nothing of it', () => {
  accepted.when(told('concluded', 'V26-00000009-0')).thenNothing();
  petition.after(take(), classify()).when(told('concluded')).thenNothing();
});
