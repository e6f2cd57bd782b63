import { CALLED_A_DAY } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { DeciderSpecification } from '@minh-bach/testing';
import { describe, it } from '@jest/globals';
import { REGISTERED_AT } from '../triage.fixture.ts';
import { CALLS_COUNT_MS, callsDecider, type NoteCall } from './calls.decider.ts';

const quyen: Actor = { person: 'quyen', role: 'denunciation-officer', unit: 'KV-MH' };
const calls = DeciderSpecification.for(callsDecider, { actor: quyen, now: REGISTERED_AT });
const call = (n: number): NoteCall => ({ type: 'NoteCall', matter: `D26-0000000${n}-0` });
const many = Array.from({ length: CALLED_A_DAY }, (_, n) => call(n));
const called = (n: number) =>
  ({ type: 'DenunciationCalled', data: { matter: call(n).matter } }) as const;
const alarm = {
  type: 'AlarmRaised',
  data: { alarm: 'many-called-denunciations', person: 'quyen' },
} as const;

describe('T28: one person who calls one petition after the other a denunciation', () => {
  it('is refused none, and raises an alarm by the first that is too many', () => {
    calls
      .after(...many.slice(1))
      .when(call(8))
      .then(called(8));
    calls
      .after(...many)
      .when(call(8))
      .then(called(8), alarm);
    calls
      .after(...many, call(8))
      .when(call(9))
      .then(called(9));
  });

  it('raises one again by each so many', () => {
    const second = [5, 6, 7, 8, 9].map((n) => call(n));
    const twice = [...many.slice(0, 5), ...second];
    calls
      .after(...twice)
      .when({ type: 'NoteCall', matter: 'D26-00000010-0' })
      .then({ type: 'DenunciationCalled', data: { matter: 'D26-00000010-0' } }, alarm);
  });

  it('raises one again the next day', () => {
    const now = new Date(Date.parse(REGISTERED_AT) + CALLS_COUNT_MS).toISOString();
    const tomorrow = many.map((command) => ({ command, now, actor: quyen }));
    tomorrow
      .reduce((before, move) => before.and(move), calls.after(...many, call(8)))
      .when(call(8), { now })
      .then(called(8), alarm);
  });

  it('counts a petition once, however often they ask', () => {
    calls.after(call(1)).when(call(1)).thenNothing();
  });
});
