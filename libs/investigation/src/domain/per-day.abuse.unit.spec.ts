import { describe, expect, it } from '@jest/globals';
import { DeciderSpecification } from '@minh-bach/testing';
import {
  OPENED_AT,
  assign,
  binh,
  evidence,
  explanation,
  hung,
  note,
  propose,
  receive,
  sendBack,
} from '../investigation.fixture.ts';
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

describe('T34: a verifier who records again and again', () => {
  it.each([
    ['evidence', evidence(), 50],
    ['explanations', explanation(), 20],
  ])('records %s so often a day, and again the next day', (_, command, atMost) => {
    const one = { command, actor: hung };
    const all = Array.from({ length: atMost }, () => one);
    const recorded = aCase.after(receive(), assign('hung'), ...all);
    recorded.when(command, { actor: hung }).thenRefused('TOO_OFTEN_TODAY', { atMost });
    expect(recorded.history.events).toHaveLength(2 + atMost);
    recorded.when(command, { actor: hung, now: TOMORROW }).then({
      type: command.type === 'RecordEvidence' ? 'EvidenceRecorded' : 'ExplanationRecorded',
    });
  });

  it('says which draft awaited approval then; before and after that, none did', () => {
    const assigned = aCase.after(receive(), assign('hung'));
    const [draft, record] = [propose(), evidence()].map((command) => ({ command, actor: hung }));
    for (const [given, expected] of [
      [assigned.and(record!), undefined],
      [assigned.and(draft!).and(record!), 1],
      [assigned.and(draft!).and(sendBack()).and(record!), undefined],
    ] as const)
      expect(given.history.events.at(-1)?.data).toEqual(
        expected === undefined
          ? expect.not.objectContaining({ draft: 1 })
          : expect.objectContaining({ draft: expected }),
      );
  });
});

describe('T34: a head who gives a case to one and the other', () => {
  it('does it twenty times a day', () => {
    const turns = Array.from({ length: 20 }, (_, n) => assign(n % 2 === 0 ? 'hung' : 'lan'));
    aCase
      .after(receive(), ...turns)
      .when(assign('hung'))
      .thenRefused('TOO_OFTEN_TODAY', { atMost: 20 });
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
