import { describe, it } from '@jest/globals';
import { PUBLIC } from '@minh-bach/kernel';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  PETITION,
  REGISTERED_AT,
  denunciation,
  dung,
  progress,
  register,
} from '../intake.fixture.ts';
import { petitionDecider } from './petition.decider.ts';
import type { RateHandling } from './rate.ts';

const at = '2026-12-01T02:00:00.000Z';
const petition = DeciderSpecification.for(petitionDecider, { actor: dung, now: REGISTERED_AT });
const rating = (over: Partial<RateHandling> = {}): RateHandling => ({
  type: 'RateHandling',
  petition: PETITION,
  unit: 'HQ-SM',
  stars: 4,
  reasons: ['slow', 'slow'],
  words: null,
  ...over,
});
const sender = { actor: PUBLIC };
const delivered = petition.after(register(), progress('decision_delivered', at));

describe('its sender rates how it was handled', () => {
  it('once they have the decision, and not before', () => {
    for (const state of ['accepted', 'decision_issued', 'decision_sent'] as const)
      petition
        .after(register(), progress(state, at))
        .when(rating(), sender)
        .thenRefused('RATING_NOT_OPEN');
    delivered
      .when(rating(), sender)
      .then({ type: 'HandlingRated', data: { stars: 4, unit: 'HQ-SM', reasons: ['slow'] } });
    petition
      .after(register(), progress('closed', at))
      .when(rating(), sender)
      .then({ type: 'HandlingRated' });
  });
  it('once', () => {
    delivered
      .and({ command: rating(), ...sender })
      .when(rating())
      .thenRefused('RATING_NOT_OPEN');
  });
  it('and never of a denunciation', () => {
    petition
      .after(denunciation, progress('closed', at))
      .when(rating(), sender)
      .thenRefused('RATING_NOT_OPEN');
  });
});
