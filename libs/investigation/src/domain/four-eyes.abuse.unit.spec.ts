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
