import { CALLED_A_DAY, type AlarmRaised } from '@minh-bach/contracts';
import type { Decider } from '@minh-bach/kernel';
import type { DenunciationCalled } from './calls.events.ts';

export const CALLS_COUNT_MS = 24 * 60 * 60_000;

export interface NoteCall {
  readonly type: 'NoteCall';
  readonly matter: string;
}

/** What one person called a denunciation, in the day before the last time. */
export type Calls = readonly { readonly matter: string; readonly at: number }[];

/**
 * The calls of one person over all petitions, in a stream of their own. A call protects at once, so none is
 * refused; every `CALLED_A_DAY` calls raise an alarm. The alarm is about the caller and names no petition:
 * otherwise the caller could choose its readers by the names in the call. A petition counts once, so that
 * asking again does not make the log grow.
 */
export const callsDecider: Decider<Calls, NoteCall, DenunciationCalled | AlarmRaised> = {
  initialState: [],
  decide({ matter }, state, { actor, now }) {
    const recent = since(state, Date.parse(now));
    if (recent.some((call) => call.matter === matter)) return [];
    const called = { type: 'DenunciationCalled', data: { matter } } as const;
    if (recent.length === 0 || recent.length % CALLED_A_DAY !== 0) return [called];
    const alarm = { alarm: 'many-called-denunciations', person: actor.person } as const;
    return [called, { type: 'AlarmRaised', data: alarm }];
  },
  evolve: (state, { type, data: { matter } }, { recordedAt }) => {
    if (type === 'AlarmRaised' || matter === undefined) return state;
    const at = Date.parse(recordedAt);
    return [...since(state, at), { matter, at }];
  },
};

const since = (state: Calls, now: number): Calls =>
  state.filter(({ at }) => now - at < CALLS_COUNT_MS);
