import { areOneWill, willOf } from '@minh-bach/contracts';
import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@minh-bach/kernel';
import { DeciderSpecification, play } from '@minh-bach/testing';
import fc from 'fast-check';
import { judged, many, story } from '../any-story.fixture.ts';
import {
  OPENED_AT,
  approve,
  assign,
  binh,
  hung,
  lan,
  note,
  propose,
  receive,
} from '../investigation.fixture.ts';
import { caseDecider } from './case.decider.ts';

describe('one human with two posts (T11)', () => {
  it('is concluded by two persons, in whatever posts and on whatever dates they act', () => {
    fc.assert(
      fc.property(fc.oneof(judged, story), (asked) => {
        let proposer: Actor | undefined;
        for (const { events, actor: by } of play(caseDecider, asked))
          for (const { type } of events) {
            if (type === 'ConclusionProposed') proposer = by;
            if (type === 'ConclusionApproved' || type === 'ConclusionReturned') {
              expect(proposer).toBeDefined();
              expect(areOneWill(willOf(by), willOf(proposer!))).toBe(false);
            }
          }
      }),
      many,
    );
  });
});

describe('T35: a person who drafts, is promoted, and would approve', () => {
  it('never judges a case that they were assigned, recorded or drafted in, nor a copy of their draft', () => {
    fc.assert(
      fc.property(fc.oneof(judged, story), (asked) => {
        const workers = new Set<string>();
        for (const { events, actor: by } of play(caseDecider, asked))
          for (const { type, data } of events) {
            if (type === 'ConclusionApproved' || type === 'ConclusionReturned')
              expect(areOneWill([...workers], willOf(by))).toBe(false);
            if (type === 'CaseAssigned') workers.add(data.assignee);
            if (/^(ConclusionProposed|ExplanationRecorded|EvidenceRecorded)$/.test(type))
              willOf(by).forEach((who) => workers.add(who));
            if (type === 'NoteAdded' && by.role !== 'head')
              willOf(by).forEach((who) => workers.add(who));
          }
      }),
      many,
    );
  });

  it('never judges a draft that may be a copy of their note', () => {
    const promoted: Actor = { ...lan, role: 'head' };
    DeciderSpecification.for(caseDecider, { actor: binh, now: OPENED_AT })
      .after(
        receive(),
        assign('hung'),
        { command: note, actor: lan },
        { command: propose(), actor: hung },
      )
      .when(approve(), { actor: promoted })
      .thenRefused('FOUR_EYES');
  });

  it('judges as the head who only gave directions: at the top nobody else could', () => {
    DeciderSpecification.for(caseDecider, { actor: binh, now: OPENED_AT })
      .after(receive(), assign('hung'), note, { command: propose(), actor: hung })
      .when(approve())
      .then({ type: 'ConclusionApproved' });
  });
});
