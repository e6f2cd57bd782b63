import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  PETITION,
  REGISTERED_AT,
  accept,
  classify,
  correct,
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
  urge,
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

  it('is not of what is overdue, or what a superior was told of or urged', () => {
    const refused = { now: LATE };
    taken.when(merge, refused).thenRefused('MERGE_OVERDUE');
    const told = petition.after(take()).and({ command: noticeBreach('KN1.ACCEPT.NEW'), now: LATE });
    told.when(merge).thenRefused('MERGE_OVERDUE');
    petition.after(take(), urge()).when(merge).thenRefused('MERGE_OVERDUE');
  });
});

describe('the petition that a duplicate is merged into', () => {
  it('is told once, while it is undecided', () => {
    taken.when(takeIn).then({ type: 'DuplicateTakenIn', data: { other: takeIn.other } });
    petition.after(take(), takeIn).when(takeIn).thenNothing();
    petition.after(take(), classify(), accept()).when(takeIn).thenRefused('MERGE_TARGET_SETTLED');
    taken.when(letGo).thenNothing();
  });

  it('is of the same kind, not settled, and not merged itself', () => {
    taken
      .when({ ...takeIn, kind: 'feedback' })
      .thenRefused('MERGE_KIND_DIFFERS', { kind: 'complaint' });
    petition.after(take(), classify(), settle()).when(takeIn).thenRefused('MERGE_TARGET_SETTLED');
    merged.when(takeIn).thenRefused('MERGE_TARGET_SETTLED');
  });

  it('came no later, and is about the same unit', () => {
    for (const over of [{ receivedOn: '2026-11-17' }, { keptSince: '2026-11-17' }])
      taken.when({ ...takeIn, ...over }).thenRefused('MERGE_INTO_LATER');
    taken.when({ ...takeIn, respondentUnit: null }).thenRefused('MERGE_RESPONDENTS_DIFFER');
  });

  it('stays of its kind while it holds another, but for a denunciation', () => {
    const holds = petition.after(take(), takeIn);
    holds.when(classify('feedback', 'x')).thenRefused('MERGE_HOLDS_OTHERS');
    holds.when(classify()).then({ type: 'PetitionClassified' });
    holds.when(classify('denunciation', 'x')).then({ type: 'PetitionClassified' });
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

  it('is done by what changes what was compared, and counts from the receipt as it is then', () => {
    const other = { ...correct, respondentUnit: 'HQ-DG' } as typeof correct;
    merged.when(other).then({ type: 'RespondentsCorrected' }, { type: 'PetitionUnmerged' });
    const again = merged.and(noteReceipt('2026-11-20'));
    expect(again.state).toMatchObject({ is: 'classified', mergedInto: null });
    expect(clocksOf(again)).toEqual(clocksOf(petition.after(take(), noteReceipt('2026-11-20'))));
  });

  it('is done by the call that it is a denunciation', () => {
    const called = merged.and(classify('denunciation', 'Tố cáo'));
    expect(called.state).toMatchObject({
      is: 'classified',
      kind: 'denunciation',
      mergedInto: null,
    });
    expect(Object.keys(clocksOf(called))).toEqual(['XLD.HARD_45']);
  });

  it('is done where the other one was received on another day, by nobody', () => {
    const because = 'receipt-of-other';
    const apart = { type: 'TakeApart', from: merge.into, because } as const;
    merged.when(apart).then({ type: 'PetitionUnmerged', data: { because } });
    merged.when({ ...apart, from: 'D26-00000009-0' }).thenNothing();
  });

  it('is only of what is merged', () => {
    taken.when(unmerge).thenRefused('NOT_MERGED');
    merged.and(unmerge).when(unmerge).thenRefused('NOT_MERGED');
  });
});
