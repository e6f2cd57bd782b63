import { describe, expect, it } from '@jest/globals';
import { play } from '@minh-bach/testing';
import fc from 'fast-check';
import { many, moves, story } from '../any-story.fixture.ts';
import { caseDecider } from './case.decider.ts';

describe('a case, whatever is asked of it in whatever order', () => {
  it('answers by events or by a refusal, the same for the same', () => {
    fc.assert(
      fc.property(fc.oneof(moves, story), (asked) => {
        expect(play(caseDecider, asked)).toEqual(play(caseDecider, asked));
      }),
    );
  });

  it('approves the last draft only, and only while it waits to be judged', () => {
    fc.assert(
      fc.property(story, (asked) => {
        let waiting: number | null = null;
        for (const { events } of play(caseDecider, asked))
          for (const event of events) {
            if (event.type === 'ConclusionProposed') waiting = event.data.version;
            if (event.type === 'ConclusionApproved' || event.type === 'ConclusionReturned') {
              expect(event.data.version).toBe(waiting);
              waiting = null;
            }
          }
      }),
      many,
    );
  });

  it('takes only notes, the decision and news of its lateness once it is concluded', () => {
    fc.assert(
      fc.property(story, (asked) => {
        for (const { events, before } of play(caseDecider, asked)) {
          if (before.is !== 'approved' && before.is !== 'decided') continue;
          for (const { type } of events)
            expect(['NoteAdded', 'DecisionNoted', 'DeadlineBreached']).toContain(type);
        }
      }),
      many,
    );
  });

  it('runs its one clock until the decision, and is late at most once', () => {
    fc.assert(
      fc.property(story, (asked) => {
        const played = play(caseDecider, asked);
        for (const { after } of played)
          if (after.is !== 'unknown')
            expect(Object.keys(after.clocks.running)).toHaveLength(after.is === 'decided' ? 0 : 1);
        const types = played.flatMap(({ events }) => events.map(({ type }) => type));
        expect(types.filter((type) => type === 'DeadlineBreached').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
