import type { Actor } from '@minh-bach/kernel';
import { describe, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  REGISTERED_AT,
  confirmDay,
  cuc,
  declineDay,
  dung,
  proposeDay,
  register,
} from '../intake.fixture.ts';
import { petitionDecider } from './petition.decider.ts';

const petition = DeciderSpecification.for(petitionDecider, { actor: dung, now: REGISTERED_AT });
const TOMORROW = '2026-11-21T02:00:00.000Z';
const khanh: Actor = { person: 'khanh', role: 'head', unit: 'KV-MH' };
const forKhanh: Actor = { ...khanh, person: 'phuc', deputyFor: 'khanh' };

/** Proposed by dung and declined by these, one after the other. */
const declinedBy = (...actors: readonly Actor[]) =>
  petition.after(
    register(),
    ...actors.flatMap((actor) => [proposeDay(), { command: declineDay, actor }]),
  );

describe('T28: one head who declines whatever correction others propose', () => {
  const waits = declinedBy(khanh, khanh, khanh).and(proposeDay());

  it('does so three times a day, and again the next day; others answer all the same', () => {
    waits.when(declineDay, { actor: khanh }).thenRefused('TOO_OFTEN_TODAY', { atMost: 3 });
    waits
      .when(declineDay, { actor: khanh, now: TOMORROW })
      .then({ type: 'ReceiptCorrectionDeclined', data: { proposedBy: 'dung' } });
    waits.when(declineDay, { actor: cuc }).then({ type: 'ReceiptCorrectionDeclined' });
    waits.when(confirmDay, { actor: khanh }).then({ type: 'ReceiptDateCorrected' });
  });

  it('has no three more by a deputy, who is no second who declines either', () => {
    waits.when(declineDay, { actor: forKhanh }).thenRefused('TOO_OFTEN_TODAY', { atMost: 3 });
    declinedBy(khanh, forKhanh).when(proposeDay()).then({ type: 'ReceiptCorrectionProposed' });
  });

  it('uses up no proposal of another', () => {
    const rounds = Array.from({ length: 2 }, () => [proposeDay(), declineDay]).flat();
    rounds
      .reduce((so, step) => so.and(step), declinedBy(khanh, khanh, khanh))
      .when(proposeDay())
      .then({ type: 'ReceiptCorrectionProposed' });
  });

  it('and whose proposals two declined keeps the place from nobody', () => {
    const twice = declinedBy(khanh, cuc);
    twice.when(proposeDay()).thenRefused('DECLINED_BY_TWO');
    twice.when(proposeDay(), { now: TOMORROW }).then({ type: 'ReceiptCorrectionProposed' });
    const giang: Actor = { ...dung, person: 'giang' };
    twice.when(proposeDay(), { actor: giang }).then({ type: 'ReceiptCorrectionProposed' });
  });

  it('takes back their own as often as they propose', () => {
    const rounds = Array.from({ length: 5 }, () => [proposeDay(), declineDay]).flat();
    petition
      .after(register(), ...rounds)
      .when(proposeDay())
      .thenRefused('TOO_OFTEN_TODAY', { atMost: 5 });
  });
});
