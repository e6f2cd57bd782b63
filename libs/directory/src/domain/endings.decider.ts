import { ENDED_ALONE_A_DAY } from '@minh-bach/contracts';
import type { Decider } from '@minh-bach/kernel';
import type { RightEndedAlone } from './endings.events.ts';

const DAY_MS = 24 * 60 * 60_000;

export interface NoteEnding {
  readonly type: 'NoteEnding';
  readonly people: readonly string[];
}

/** By person: when one administrator last ended a right of theirs alone. */
export type Endings = ReadonlyMap<string, number>;

/** Endings by one administrator: a stream of its own each. */
export const endingsDecider: Decider<Endings, NoteEnding, RightEndedAlone> = {
  initialState: new Map(),
  decide: ({ people }) => people.map((person) => ({ type: 'RightEndedAlone', data: { person } })),
  evolve: (state, { data }, { recordedAt }) =>
    new Map([...state, [data.person, Date.parse(recordedAt)]]),
};

/** Whether these people are too many for one administrator and one day. */
export function isOneTooMany(state: Endings, people: readonly string[], now: number): boolean {
  const recent = [...state].filter(([, at]) => now - at < DAY_MS).map(([person]) => person);
  const all = new Set([...recent, ...people]);
  return all.size > ENDED_ALONE_A_DAY && people.some((who) => !recent.includes(who));
}
