import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  PETITION,
  REGISTERED_AT,
  accept,
  classify,
  giang,
  letGo,
  merge,
  note,
  noteReceipt,
  noticeBreach,
  settle,
  take,
  takeIn,
  unmerge,
} from '../triage.fixture.ts';
import { petitionDecider } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: giang, now: REGISTERED_AT });
const taken = petition.after(take());
const merged = petition.after(take(), classify(), merge);
const LATE = '2027-06-01T02:00:00.000Z';

const clocksOf = (given: { state: typeof petitionDecider.initialState }) =>
  given.state.is === 'unknown' ? {} : given.state.clocks.running;

describe('merging a duplicate', () => {
  it('ends it here, and voids its clocks', () => {
    taken.when(merge).then({
      type: 'PetitionMerged',
      data: {
        into: 'D26-00000001-0',
        clocksEnded: [
          { rule: 'KN1.ACCEPT.NEW', how: 'void' },
          { rule: 'XLD.HARD_45', how: 'void' },
        ],
      },
    });
    expect(merged.state).toMatchObject({ is: 'settled', mergedInto: 'D26-00000001-0' });
    for (const command of [settle(), accept(), classify('feedback', 'x'), merge])
      merged.when(command).thenRefused('ALREADY_DECIDED', { state: 'settled' });
    merged.when(note).then({ type: 'NoteAdded' });
  });

  it('is not into itself, not after a decision, and not of what others are merged into', () => {
    taken.when({ ...merge, into: PETITION }).thenRefused('MERGE_INTO_ITSELF');
    petition.after(take(), classify(), settle()).when(merge).thenRefused('ALREADY_DECIDED');
    petition.after(take(), takeIn).when(merge).thenRefused('MERGE_HOLDS_OTHERS');
    petition.after(take(), takeIn, letGo).when(merge).then({ type: 'PetitionMerged' });
  });

  it('is never of a denunciation, nor into one', () => {
    const denunciation = petition.after(take({ declaredKind: 'denunciation', gist: null }));
    denunciation.when(merge).thenRefused('MERGE_DENUNCIATION');
    denunciation.when(takeIn).thenRefused('MERGE_DENUNCIATION');
  });
});

describe('the petition that a duplicate is merged into', () => {
  it('is told once, while it is dealt with, also with a case', () => {
    taken.when(takeIn).then({ type: 'DuplicateTakenIn', data: { other: takeIn.other } });
    petition.after(take(), takeIn).when(takeIn).thenNothing();
    petition.after(take(), classify(), accept()).when(takeIn).then({ type: 'DuplicateTakenIn' });
    taken.when(letGo).thenNothing();
  });

  it('is of the same kind, not settled, and not merged itself', () => {
    taken
      .when({ ...takeIn, kind: 'feedback' })
      .thenRefused('MERGE_KIND_DIFFERS', { kind: 'complaint' });
    petition.after(take(), classify(), settle()).when(takeIn).thenRefused('MERGE_TARGET_SETTLED');
    merged.when(takeIn).thenRefused('MERGE_TARGET_SETTLED');
  });
});

describe('taking it out again', () => {
  it('goes on where it stood, with the days that it had', () => {
    const again = merged.and(unmerge);
    expect(again.state).toMatchObject({ is: 'classified', mergedInto: null });
    expect(clocksOf(again)).toEqual(clocksOf(petition.after(take(), classify())));
    again.when(accept()).then({ type: 'PetitionAccepted' });
    expect(petition.after(take(), merge, unmerge).state).toMatchObject({ is: 'taken' });
  });

  it('counts from the receipt as it was corrected meanwhile', () => {
    const again = merged.and(noteReceipt('2026-11-20')).and(unmerge);
    expect(clocksOf(again)).toEqual(clocksOf(petition.after(take(), noteReceipt('2026-11-20'))));
  });

  it('tells no breach twice', () => {
    const breach = { command: noticeBreach('KN1.ACCEPT.NEW'), now: LATE };
    const late = petition.after(take()).and(breach).and(merge).and(unmerge);
    late.when(breach.command, { now: LATE }).thenNothing();
  });

  it('is only of what is merged', () => {
    taken.when(unmerge).thenRefused('NOT_MERGED');
    merged.and(unmerge).when(unmerge).thenRefused('NOT_MERGED');
  });
});
