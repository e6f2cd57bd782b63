import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import { REGISTERED_AT, giang, khanh, note, take } from '../triage.fixture.ts';
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
