import { discloseIdentity, refusalsOf, type AlarmRaised } from '@minh-bach/contracts';
import type { Decider } from '@minh-bach/kernel';
import type { DisclosureLimitEvent } from './disclosure-limit.events.ts';

export const HOUR_MS = 60 * 60_000;

export interface AskToDisclose {
  readonly type: 'AllowDisclosure' | 'NoteRefusal';
  readonly matter: string;
  readonly purpose: string;
  /** Matters in an hour. */
  readonly atMost: number;
  /** Since when the person's present account is known; ISO instant, where it is. */
  readonly accountSince?: string;
}

interface Entry {
  readonly type: DisclosureLimitEvent['type'];
  readonly matter: string;
  readonly at: number;
}

/** What one person opened or tried to open in the hour before his last attempt. */
export type RecentDisclosures = readonly Entry[];

/**
 * How many matters a person opens in an hour: one stream a person, so that two requests at the same
 * moment, in whatever processes, conflict and are judged one after the other. Opening a matter again
 * counts it once, from its last opening.
 */
export const disclosureLimitDecider: Decider<
  RecentDisclosures,
  AskToDisclose,
  // Earlier versions raised alarms in the same stream.
  DisclosureLimitEvent | AlarmRaised
> = {
  initialState: [],

  decide({ type, matter, purpose, atMost, accountSince }, state, { now }) {
    const recent = state.filter(({ at }) => Date.parse(now) - at <= HOUR_MS);
    switch (type) {
      case 'AllowDisclosure':
        refuseTooMany(lastOpenings(recent), matter, atMost, Date.parse(now));
        return [
          {
            type: 'DisclosureAllowed',
            data: { matter, purpose, ...(accountSince === undefined ? {} : { accountSince }) },
          },
        ];
      case 'NoteRefusal':
        // Once an hour for each matter: insisting must not make the log grow.
        if (recent.some((entry) => entry.type === 'DisclosureRefused' && entry.matter === matter))
          return [];
        return [{ type: 'DisclosureRefused', data: { matter, purpose, atMost } }];
    }
  },

  evolve(state, { type, data }, { recordedAt }) {
    if (type === 'AlarmRaised') return state;
    const at = Date.parse(recordedAt);
    const recent = state.filter((entry) => at - entry.at <= HOUR_MS);
    return [...recent, { type, matter: data.matter, at }];
  },
};

/** When each matter was opened last. */
const lastOpenings = (recent: RecentDisclosures): ReadonlyMap<string, number> =>
  new Map(
    recent
      .filter(({ type }) => type === 'DisclosureAllowed')
      .map(({ matter, at }) => [matter, at] as const),
  );

function refuseTooMany(
  opened: ReadonlyMap<string, number>,
  matter: string,
  atMost: number,
  now: number,
): void {
  if (opened.has(matter) || opened.size < atMost) return;
  // So many have to be an hour old that one fewer than the limit remains.
  const oldestFirst = [...opened.values()].sort((a, b) => a - b);
  const until = oldestFirst[opened.size - atMost]! + HOUR_MS;
  const seconds = Math.floor((until - now) / 1000) + 1;
  throw refusalsOf(discloseIdentity)('DISCLOSURE_LIMIT', {
    atMost,
    seconds,
    minutes: Math.ceil(seconds / 60),
  });
}
