import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@minh-bach/kernel';
import { play } from '@minh-bach/testing';
import fc from 'fast-check';
import {
  approve,
  assign,
  evidence,
  explanation,
  note,
  noteDecision,
  noticeBreach,
  propose,
  receive,
  sendBack,
} from '../investigation.fixture.ts';
import type { CaseCommand } from './case.commands.ts';
import { caseDecider } from './case.decider.ts';

const people = ['binh', 'cuc', 'hung', 'lan'];
/** Anyone in any post, for themselves or as somebody's deputy: what T11 asks about. */
const actor: fc.Arbitrary<Actor> = fc
  .record({
    person: fc.constantFrom(...people),
    role: fc.constantFrom('head', 'verifier'),
    unit: fc.constantFrom('HQ-SM', 'KV-MH'),
    deputyFor: fc.option(fc.constantFrom(...people), { nil: null }),
  })
  .map(({ deputyFor, ...own }) => (deputyFor === null ? own : { ...own, deputyFor }));

const version = fc.integer({ min: 1, max: 4 });
const date = fc.constantFrom('2026-11-23', '2027-01-10');
const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc.tuple(fc.constantFrom(...people), fc.boolean()).map(([who, may]) => assign(who, may)),
  fc.constantFrom('upheld' as const, 'dismissed' as const).map(propose),
  version.map(approve),
  version.map(sendBack),
  date.map(explanation),
  date.map(evidence),
  fc.constantFrom(note, noteDecision, noticeBreach(), receive()),
);
const now = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date(Date.UTC(2026, 10, 23, 8) + days * 86_400_000).toISOString());
const moves = fc.array(fc.record({ command, actor, now }), { maxLength: 40 });
/** Received and assigned, so that most sequences get somewhere. */
const story = fc
  .tuple(actor, moves)
  .map(([by, rest]) => [
    { command: receive(), actor: by, now: '2026-11-23T08:00:00.000Z' },
    { command: assign('hung'), actor: by, now: '2026-11-23T08:00:00.000Z' },
    ...rest,
  ]);
const many = { numRuns: 500 };

describe('a case, whatever is asked of it in whatever order', () => {
  it('answers by events or by a refusal, the same for the same', () => {
    fc.assert(
      fc.property(fc.oneof(moves, story), (asked) => {
        expect(play(caseDecider, asked)).toEqual(play(caseDecider, asked));
      }),
    );
  });

  it('is concluded by two persons, in whatever posts and on whatever dates they act', () => {
    fc.assert(
      fc.property(story, (asked) => {
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
