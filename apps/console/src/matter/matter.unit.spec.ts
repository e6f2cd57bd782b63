import { describe, expect, it } from '@jest/globals';
import type { Due, IntakeMatter, Matter } from '../api/types.ts';
import { clocksOf } from './clocks.ts';
import { standingOf } from './standing.ts';

const both = (text: string) => ({ vi: text, en: text });
const due = (rule: string, date: string, overdue = false) => ({ rule, due: date, overdue }) as Due;

/** Only what these rules look at. */
const matter = (parts: Record<string, object>) => ({ pending: [], ...parts }) as unknown as Matter;
const part = (state: string, clocks: Due[] = []) => ({ state, stateText: both(state), clocks });
const intake = (state: IntakeMatter['state']) => ({ state, stateText: both(state) });

describe('the running clocks of a matter', () => {
  const resolve = due('KN1.RESOLVE.NORMAL', '2026-12-20');

  it('are one for each rule, by the word of the later part', () => {
    const later = { ...resolve, overdue: true };
    const both = {
      investigation: part('approved', [resolve, due('OTHER', '2026-12-01')]),
      response: part('requested', [later]),
    };
    expect(clocksOf(matter(both))).toEqual([due('OTHER', '2026-12-01'), later]);
  });

  it('no longer have what the decision has met, before the investigation has heard of it', () => {
    const sending = due('KN1.SEND', '2026-11-27');
    const behind = { investigation: part('approved', [resolve]) };
    expect(clocksOf(matter({ ...behind, response: part('issued', [sending]) }))).toEqual([sending]);
    expect(clocksOf(matter({ ...behind, response: part('closed') }))).toEqual([]);
  });
});

describe('where a matter stands', () => {
  const said = (parts: Record<string, object>) => standingOf(matter(parts))?.vi;

  it('is the state of the furthest part that is seen', () => {
    expect(said({ intake: intake('received') })).toBe('received');
    expect(said({ intake: intake('accepted'), triage: part('accepted') })).toBe('accepted');
    const proposed = { triage: part('accepted'), investigation: part('proposed') };
    expect(said({ intake: intake('under_verification'), ...proposed })).toBe('proposed');
    expect(said({ ...proposed, response: part('sent') })).toBe('sent');
  });

  it('is what intake was told of the parts that are not seen', () => {
    expect(said({ intake: intake('closed'), triage: part('accepted') })).toBe('closed');
    expect(said({ intake: intake('closed'), investigation: part('decided') })).toBe('closed');
  });

  it('is not what intake was told of a draft that was returned since', () => {
    const returned = { investigation: part('assigned') };
    expect(said({ intake: intake('awaiting_approval'), ...returned })).toBe('assigned');
  });
});
