import { describe, expect, it } from '@jest/globals';
import { play } from '@minh-bach/testing';
import fc from 'fast-check';
import { close, deliver, issue, noticeBreach, phuc, request, send } from '../response.fixture.ts';
import { missingIn } from './addressees.ts';
import { caseDecider, type CaseCommand } from './case.decider.ts';

const date = fc.constantFrom('2026-11-24', '2026-11-27', '2026-12-10', '2027-03-01');
const whom = fc.constantFrom(undefined, undefined, 'superior' as const, 'inspectorate' as const);
const command: fc.Arbitrary<CaseCommand> = fc.oneof(
  fc
    .record({ issuedOn: date, signerMaySign: fc.boolean() })
    .map((over): CaseCommand => issue(over)),
  fc.record({ on: date, to: whom }).map(({ on, to }): CaseCommand => send(on, to && { to })),
  fc.record({ on: date, to: whom }).map(({ on, to }) => deliver(on, to && { to })),
  fc.constantFrom(close, noticeBreach(), request()),
);
const now = fc
  .integer({ min: 0, max: 40 })
  .map((days) => new Date(Date.UTC(2026, 10, 27, 8) + days * 86_400_000).toISOString());
const moves = fc
  .array(fc.record({ command, actor: fc.constant(phuc), now }), { maxLength: 40 })
  .map((rest) => [{ command: request(), actor: phuc, now: '2026-11-27T08:00:00.000Z' }, ...rest]);

const STEPS = ['requested', 'issued', 'sent', 'delivered', 'closed'];

describe('a response, whatever is asked of it in whatever order', () => {
  it('answers by events or by a refusal, the same for the same', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        expect(play(caseDecider, asked)).toEqual(play(caseDecider, asked));
      }),
    );
  });

  it('goes one step at a time, never back, and nowhere once it is closed', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        for (const { before, after, events } of play(caseDecider, asked).slice(1)) {
          const moved = STEPS.indexOf(after.is) - STEPS.indexOf(before.is);
          const steps = events.filter(
            ({ type, data }) => type !== 'DeadlineBreached' && !('to' in data),
          );
          expect(moved).toBe(steps.length);
          if (before.is === 'closed') expect(events).toEqual([]);
        }
      }),
    );
  });

  it('runs its clock from issue to the last sending, and its dates follow one another', () => {
    fc.assert(
      fc.property(moves, (asked) => {
        for (const { after } of play(caseDecider, asked)) {
          if (after.is === 'unknown') continue;
          const isOwed = after.is !== 'requested' && missingIn(after).length > 0;
          expect('KN1.SEND' in after.clocks.running).toBe(isOwed);
          const dates = [after.concluded.concludedOn, after.issuedOn, after.sentOn];
          const known = dates.filter((on) => on !== null);
          expect(known).toEqual([...known].sort());
        }
      }),
    );
  });
});
