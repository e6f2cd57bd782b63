import { describe, expect, it } from '@jest/globals';
import type { Actor } from '@minh-bach/kernel';
import fc from 'fast-check';
import { HOUR_MS, disclosureLimitDecider, type AskToDisclose } from './disclosure-limit.decider.ts';

const actor: Actor = { person: 'dung', role: 'receiver', unit: 'HQ-SM' };
const NINE = Date.parse('2026-11-20T02:00:00.000Z');
const MINUTE = 60_000;

/** One person's stream, asked in turn. */
class Day {
  #state = disclosureLimitDecider.initialState;

  constructor(private readonly atMost: number) {}

  ask(matter: string, at: number, type: AskToDisclose['type'] = 'AllowDisclosure') {
    const now = new Date(at).toISOString();
    const command = { type, matter, purpose: 'supervise', atMost: this.atMost };
    const events = disclosureLimitDecider.decide(command, this.#state, { actor, now });
    for (const event of events)
      this.#state = disclosureLimitDecider.evolve(this.#state, event, {
        actor,
        recordedAt: now,
        occurredAt: now,
      });
    return events.map((event) => event.type);
  }
}

describe('within an hour a person opens the identity', () => {
  it('of so many matters and no more, and of another when the first is over an hour old', () => {
    const day = new Day(2);
    day.ask('a', NINE);
    day.ask('b', NINE + 10 * MINUTE);
    expect(() => day.ask('c', NINE + 20 * MINUTE)).toThrow(
      expect.objectContaining({
        code: 'DISCLOSURE_LIMIT',
        details: { atMost: 2, seconds: 2401, minutes: 41 },
      }),
    );
    expect(() => day.ask('c', NINE + HOUR_MS)).toThrow();
    expect(day.ask('c', NINE + HOUR_MS + 1)).toEqual(['DisclosureAllowed']);
  });

  it('of a matter again without counting it twice, which counts from then', () => {
    const day = new Day(1);
    day.ask('a', NINE);
    expect(day.ask('a', NINE + 50 * MINUTE)).toEqual(['DisclosureAllowed']);
    expect(() => day.ask('b', NINE + 70 * MINUTE)).toThrow();
    expect(day.ask('b', NINE + 111 * MINUTE)).toEqual(['DisclosureAllowed']);
  });

  it('never of more, whatever is asked for when; and the wait that is told is long enough', () => {
    const asked = fc.record({ matter: fc.constantFrom(...'abcdef'), after: fc.nat(40 * MINUTE) });
    fc.assert(
      fc.property(
        fc.array(asked, { maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (all, most) => {
          const day = new Day(most);
          const opened: { matter: string; at: number }[] = [];
          let at = NINE;
          for (const { matter, after } of all) {
            at += after;
            try {
              day.ask(matter, at);
            } catch (error) {
              at += (error as { details: { seconds: number } }).details.seconds * 1000;
              day.ask(matter, at);
            }
            opened.push({ matter, at });
            const hour = opened.filter((one) => at - one.at <= HOUR_MS);
            expect(new Set(hour.map((one) => one.matter)).size).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });
});

it('a refusal is on the record once an hour for each matter', () => {
  const day = new Day(1);
  expect(day.ask('b', NINE, 'NoteRefusal')).toEqual(['DisclosureRefused']);
  expect(day.ask('b', NINE + MINUTE, 'NoteRefusal')).toEqual([]);
  expect(day.ask('c', NINE + MINUTE, 'NoteRefusal')).toEqual(['DisclosureRefused']);
  expect(day.ask('b', NINE + 61 * MINUTE, 'NoteRefusal')).toEqual(['DisclosureRefused']);
  // What was refused was not opened.
  expect(day.ask('a', NINE + 62 * MINUTE)).toEqual(['DisclosureAllowed']);
});
