import { PETITION_KINDS } from '@minh-bach/contracts';
import { describe, expect, it } from '@jest/globals';
import { play, type Move } from '@minh-bach/testing';
import fc from 'fast-check';
import {
  accept,
  asProposed,
  classify,
  giang,
  note,
  noticeBreach,
  settle,
  take,
  urge,
} from '../triage.fixture.ts';
import { petitionDecider, type PetitionCommand } from './petition.decider.ts';

const RULES = ['KN1.ACCEPT.OLD', 'KN1.ACCEPT.NEW', 'XLD.HARD_45', 'KN1.SEND'];
const kind = fc.constantFrom(...PETITION_KINDS);
const reason = fc.option(fc.constant('vì'));
const basis = fc.boolean().map((agreed) => ({ ...asProposed, agreed }));
const outcome = fc.constantFrom('not_accepted', 'guided', 'transferred', 'filed');

const command: fc.Arbitrary<PetitionCommand> = fc.oneof(
  fc
    .record({ declaredKind: kind, receivedOn: fc.constantFrom('2026-06-30', '2026-11-18') })
    .map(take),
  fc.tuple(kind, reason).map(([to, why]) => classify(to, why)),
  fc.record({ basis, reason, competentUnit: fc.constantFrom('HQ-SM', 'KV-MH') }).map(accept),
  fc.record({ outcome, basis, competentBody: fc.option(fc.constant('UBND tỉnh')) }).map(settle),
  fc.record({ ground: fc.constantFrom('reception', 'overdue') }).map(urge),
  fc.constant(note),
  fc.constantFrom(...RULES).map(noticeBreach),
);
const day = fc
  .integer({ min: 0, max: 120 })
  .map((days) => new Date(Date.UTC(2026, 10, 20, 2) + days * 86_400_000).toISOString());
const moves = fc.array(fc.record({ command, now: day, actor: fc.constant(giang) }), {
  maxLength: 25,
}) as fc.Arbitrary<Move<PetitionCommand>[]>;

/** The first command takes the petition, so that most sequences get somewhere. */
const story = fc
  .tuple(kind, moves)
  .map(([declaredKind, rest]) => [
    { command: take({ declaredKind }), now: '2026-11-20T02:00:00.000Z', actor: giang },
    ...rest,
  ]);

const clocksOf = (state: typeof petitionDecider.initialState) =>
  state.is === 'unknown' ? [] : Object.keys(state.clocks.running);

describe('a petition, whatever is asked of it in whatever order', () => {
  it('answers by events or by a refusal, the same for the same', () => {
    fc.assert(
      fc.property(fc.oneof(moves, story), (asked) => {
        expect(play(petitionDecider, asked)).toEqual(play(petitionDecider, asked));
      }),
    );
  });

  it('is decided at most once, and runs no clock after that', () => {
    fc.assert(
      fc.property(story, (asked) => {
        const played = play(petitionDecider, asked);
        const ends = ['PetitionAccepted', 'PetitionSettled'];
        const decided = played.findIndex(({ events }) => events.some((e) => ends.includes(e.type)));
        if (decided === -1) return;
        for (const { events, after } of played.slice(decided + 1)) {
          // To be called a denunciation changes nothing of it.
          for (const { type, data } of events.filter((event) => event.type !== 'NoteAdded'))
            expect({ type, data }).toMatchObject({
              type: 'PetitionClassified',
              data: { kind: 'denunciation', decided: after.is },
            });
          expect(clocksOf(after)).toEqual([]);
        }
      }),
    );
  });

  it('runs the hard limit until it is decided, and acceptance while it is a complaint', () => {
    fc.assert(
      fc.property(story, (asked) => {
        for (const { after } of play(petitionDecider, asked)) {
          if (after.is !== 'taken' && after.is !== 'classified') continue;
          const others = clocksOf(after).filter((rule) => rule !== 'TC.OVERDUE_REPORT');
          expect(others.sort()).toEqual(
            after.kind === 'complaint' ? ['KN1.ACCEPT.NEW', 'XLD.HARD_45'] : ['XLD.HARD_45'],
          );
        }
      }),
    );
  });

  it('waits for a report on the delay of a denunciation alone', () => {
    fc.assert(
      fc.property(story, (asked) => {
        for (const { after } of play(petitionDecider, asked))
          if (clocksOf(after).includes('TC.OVERDUE_REPORT'))
            expect(after).toMatchObject({ kind: 'denunciation', urgedOn: expect.any(String) });
      }),
    );
  });

  it('starts no clock that runs and ends none that does not', () => {
    fc.assert(
      fc.property(story, (asked) => {
        for (const { events, before } of play(petitionDecider, asked))
          for (const { data } of events) {
            const { clocksStarted = [], clocksEnded = [] } = data as {
              clocksStarted?: { rule: string }[];
              clocksEnded?: { rule: string }[];
            };
            for (const { rule } of clocksStarted) expect(clocksOf(before)).not.toContain(rule);
            for (const { rule } of clocksEnded) expect(clocksOf(before)).toContain(rule);
          }
      }),
    );
  });

  it('is noticed to be late at most once for each clock', () => {
    fc.assert(
      fc.property(story, (asked) => {
        const breaches = play(petitionDecider, asked)
          .flatMap(({ events }) => events)
          .flatMap((event) =>
            event.type === 'DeadlineBreached' ? [`${event.data.rule} ${event.data.due}`] : [],
          );
        expect(breaches).toEqual([...new Set(breaches)]);
      }),
    );
  });
});
