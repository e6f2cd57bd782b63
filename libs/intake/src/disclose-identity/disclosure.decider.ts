import {
  NOTHING_YET,
  boundPerDay,
  discloseIdentity,
  refusalsOf,
  type PerDay,
} from '@minh-bach/contracts';
import type { Decider } from '@minh-bach/kernel';
import type { IdentityDisclosed } from '@minh-bach/vault';

/**
 * One person opens one petition so often in a day: sender, scan and original each count. More than work
 * asks for; each opening makes the history longer that others read.
 */
export const openingsPerDay = boundPerDay<IdentityDisclosed['type']>(
  new Map([['IdentityDisclosed', 20]]),
);

/** Disclosures of a petition lie in a stream of their own: reading disturbs no decision. */
export const disclosureDecider: Decider<PerDay, IdentityDisclosed, IdentityDisclosed> = {
  initialState: NOTHING_YET,
  decide(disclosure, state, { actor, now }) {
    openingsPerDay.refuseTooOften(
      state,
      [disclosure],
      { actor, now },
      refusalsOf(discloseIdentity),
    );
    return [disclosure];
  },
  evolve: (state, event, { actor, recordedAt }) =>
    openingsPerDay.counted(state, event, actor, recordedAt),
};
