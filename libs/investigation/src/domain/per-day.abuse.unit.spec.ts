import { describe, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import { OPENED_AT, assign, binh, hung, note, propose, receive } from '../investigation.fixture.ts';
import { caseDecider } from './case.decider.ts';

const aCase = DeciderSpecification.for(caseDecider, { actor: binh, now: OPENED_AT });
const A_DAY = 24 * 60 * 60 * 1000;
const TOMORROW = new Date(Date.parse(OPENED_AT) + A_DAY).toISOString();

describe('T34: a verifier who proposes again and again', () => {
  it('proposes twenty times a day, so that the head can judge what was read', () => {
    const draft = { command: propose(), actor: hung };
    const proposed = aCase.after(
      receive(),
      assign('hung'),
      ...Array.from({ length: 20 }, () => draft),
    );
    proposed.when(propose(), { actor: hung }).thenRefused('TOO_OFTEN_TODAY', { atMost: 20 });
  });
});

describe('T34: one person who writes notes into one case again and again', () => {
  const noted = aCase.after(receive(), ...Array.from({ length: 50 }, () => note));

  it('adds fifty notes a day, and again the next day', () => {
    noted.when(note).thenRefused('TOO_OFTEN_TODAY', { atMost: 50 });
    noted.when(note, { now: TOMORROW }).then({ type: 'NoteAdded' });
  });

  it('keeps nobody else from it', () => {
    noted.when(note, { actor: hung }).then({ type: 'NoteAdded' });
  });
});
