import { describe, expect, it } from '@jest/globals';
import { play } from '@minh-bach/testing';
import fc from 'fast-check';
import { judged, many, story } from '../any-story.fixture.ts';
import { caseDecider } from './case.decider.ts';

describe('one human with two posts (T11)', () => {
  it('is concluded by two persons, in whatever posts and on whatever dates they act', () => {
    fc.assert(
      fc.property(fc.oneof(judged, story), (asked) => {
        let proposer: string | undefined;
        for (const { events, actor: by } of play(caseDecider, asked))
          for (const { type } of events) {
            if (type === 'ConclusionProposed') proposer = by.person;
            if (type === 'ConclusionApproved' || type === 'ConclusionReturned') {
              expect(proposer).toBeDefined();
              expect(by.person).not.toBe(proposer);
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
              expect([...workers]).not.toContain(by.person);
            if (type === 'CaseAssigned') workers.add(data.assignee);
            if (/^(ConclusionProposed|ExplanationRecorded|EvidenceRecorded)$/.test(type))
              workers.add(by.person);
          }
      }),
      many,
    );
  });
});
