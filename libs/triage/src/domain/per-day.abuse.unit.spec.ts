import type { Actor } from '@minh-bach/kernel';
import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  REGISTERED_AT,
  classify,
  confirm,
  decline,
  giang,
  khanh,
  note,
  settle,
  take,
} from '../triage.fixture.ts';
import type { CorrectRespondents } from './petition.commands.ts';
import { petitionDecider } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: giang, now: REGISTERED_AT });
const correction = (n: number): CorrectRespondents => ({
  type: 'CorrectRespondents',
  respondentUnit: n % 2 === 0 ? 'HQ-DG' : 'HQ-TT',
  reason: 'Đọc kỹ lại',
});
const TOMORROW = '2026-11-21T02:00:00.000Z';

describe('T34: one person who writes into one petition again and again', () => {
  const corrected = petition.after(take(), ...Array.from({ length: 20 }, (_, n) => correction(n)));
  const noted = petition.after(take(), ...Array.from({ length: 50 }, () => note));

  it('corrects names twenty times a day, and again the next day', () => {
    corrected.when(correction(20)).thenRefused('TOO_OFTEN_TODAY', { atMost: 20 });
    corrected.when(correction(20), { now: TOMORROW }).then({ type: 'RespondentsCorrected' });
  });

  it('classifies twenty times a day; to call it a denunciation is never one too many', () => {
    const classify = (n: number) =>
      ({ type: 'ClassifyPetition', kind: 'complaint', reason: `Lần ${n}` }) as const;
    const classified = petition.after(take(), ...Array.from({ length: 20 }, (_, n) => classify(n)));
    classified.when(classify(20)).thenRefused('TOO_OFTEN_TODAY', { atMost: 20 });
    classified
      .when({ type: 'ClassifyPetition', kind: 'denunciation', reason: 'Tố cáo' })
      .then({ type: 'PetitionClassified' });
  });

  it('adds fifty notes a day', () => {
    noted.when(note).thenRefused('TOO_OFTEN_TODAY', { atMost: 50 });
  });

  it('keeps nobody else from it', () => {
    corrected.when(correction(20), { actor: khanh }).then({ type: 'RespondentsCorrected' });
    expect(corrected.state).toMatchObject({ is: 'taken' });
  });
});

describe('T28: one classifier who declines whatever is proposed for a denunciation', () => {
  const classified = [take({ declaredKind: 'denunciation', gist: null }), classify('denunciation')];
  const hung: Actor = { ...giang, person: 'hung' };
  const proposed = (times: number, by: Actor) =>
    petition.after(
      ...classified,
      ...Array.from({ length: times }, () => [settle(), { command: decline, actor: by }]).flat(),
    );

  it('does so three times a day, and again the next day; others answer all the same', () => {
    const waits = proposed(3, khanh).and(settle());
    waits.when(decline, { actor: khanh }).thenRefused('TOO_OFTEN_TODAY', { atMost: 3 });
    waits.when(decline, { actor: khanh, now: TOMORROW }).then({ type: 'SettlementDeclined' });
    waits.when(decline, { actor: hung }).then({ type: 'SettlementDeclined' });
    waits.when(confirm(), { actor: khanh }).then({ type: 'PetitionSettled' });
  });

  it('uses up no proposal of another', () => {
    proposed(3, khanh).when(settle()).then({ type: 'SettlementProposed' });
  });

  it('and takes back what they proposed as often as they propose', () => {
    proposed(10, giang).when(settle()).thenRefused('TOO_OFTEN_TODAY', { atMost: 10 });
  });

  it('and one who proposes again at once keeps the place from nobody: two have declined', () => {
    const twice = proposed(3, khanh).and(settle()).and({ command: decline, actor: hung });
    twice.when(settle()).thenRefused('DECLINED_BY_TWO');
    twice.when(settle(), { actor: hung }).then({ type: 'SettlementProposed' });
    twice.when(settle(), { now: TOMORROW }).then({ type: 'SettlementProposed' });
    // Of a reclassification they have declined nothing.
    twice
      .when({ type: 'ClassifyPetition', kind: 'complaint', reason: 'Đọc lại' })
      .then({ type: 'ReclassificationProposed' });
  });

  it('has no three more by each deputy, and a deputy is no second who declines', () => {
    const forKhanh: Actor = { ...khanh, person: 'phuc', deputyFor: 'khanh' };
    proposed(3, khanh)
      .and(settle())
      .when(decline, { actor: forKhanh })
      .thenRefused('TOO_OFTEN_TODAY', { atMost: 3 });
    const both = proposed(1, khanh).and(settle()).and({ command: decline, actor: forKhanh });
    both.when(settle()).then({ type: 'SettlementProposed' });
  });

  it('and deputies who propose by turns keep the place no longer: what is declined of one is of their head', () => {
    const [one, other] = ['phuc', 'lan'].map((who) => ({
      ...khanh,
      person: who,
      deputyFor: 'khanh',
    }));
    const twice = petition.after(
      ...classified,
      { command: settle(), actor: one! },
      decline,
      { command: settle(), actor: other! },
      { command: decline, actor: hung },
    );
    for (const actor of [one!, other!, khanh])
      twice.when(settle(), { actor }).thenRefused('DECLINED_BY_TWO');
    twice.when(settle()).then({ type: 'SettlementProposed' });
  });

  it('what was proposed another day gives nothing back', () => {
    const overnight = petition
      .after(...classified, settle())
      .and({ command: decline, actor: khanh, now: TOMORROW });
    const tenth = Array.from({ length: 10 }, () => 0).reduce(
      (so) =>
        so
          .and({ command: settle(), now: TOMORROW })
          .and({ command: decline, actor: giang, now: TOMORROW }),
      overnight,
    );
    tenth.when(settle(), { now: TOMORROW }).thenRefused('TOO_OFTEN_TODAY', { atMost: 10 });
  });
});
