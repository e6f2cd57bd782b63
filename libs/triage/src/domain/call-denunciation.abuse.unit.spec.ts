import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  REGISTERED_AT,
  accept,
  classify,
  confirm,
  giang,
  khanh,
  settle,
  take,
} from '../triage.fixture.ts';
import { petitionDecider } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: giang, now: REGISTERED_AT });
const late = { actor: khanh, now: '2026-12-10T02:00:00.000Z' };
const called = classify('denunciation', 'Nội dung là tố cáo');

describe.each([
  ['accepted', accept()],
  ['settled', settle()],
] as const)('T27: a petition that is %s', (decided, end) => {
  const given = petition.after(take(), classify(), end);
  const closed = given.and({ command: called, ...late });

  it('can still be called a denunciation: nothing else of the decision changes, no clock starts', () => {
    given.when(called, late).then({
      type: 'PetitionClassified',
      data: { kind: 'denunciation', before: 'complaint', decided },
    });
    const [event] = closed.history.events.slice(-1);
    expect(event?.data).not.toHaveProperty('clocksStarted');
    expect(event?.data).not.toHaveProperty('clocksEnded');
    const now = { kind: 'denunciation', everDenunciation: true, gist: null };
    expect(closed.state).toEqual({ ...given.state, ...now });
  });

  it('needs a reason for it', () => {
    given.when(classify('denunciation'), late).thenRefused('REASON_MISSING');
  });

  it('names whom it is about with it, where nobody is on record', () => {
    petition
      .after(take({ respondentUnit: null }), classify(), end)
      .when(classify('denunciation', 'x', { respondentUnit: 'HQ-DG' }), late)
      .then({ type: 'PetitionClassified', data: { respondentUnit: 'HQ-DG' } });
  });

  it('opens by no other classification, then or before', () => {
    for (const kind of ['complaint', 'feedback', 'petition'] as const)
      for (const before of [given, closed])
        before.when(classify(kind, 'x'), late).thenRefused('ALREADY_DECIDED');
    closed.when(called, late).thenRefused('ALREADY_DECIDED');
    closed.when(confirm(), late).thenRefused('ALREADY_DECIDED');
  });
});

it('T27: before a decision it is a denunciation at once, by one person of whatever unit', () => {
  petition
    .after(take())
    .when(called, late)
    .then({ type: 'PetitionClassified', data: { kind: 'denunciation', before: 'complaint' } });
});
