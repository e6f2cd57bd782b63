import type { Decider } from '@minh-bach/kernel';
import type { IdentityDisclosed } from '@minh-bach/vault';

/** Disclosures of a petition lie in a stream of their own: reading disturbs no decision. */
export const disclosureDecider: Decider<null, IdentityDisclosed, IdentityDisclosed> = {
  initialState: null,
  decide: (disclosure) => [disclosure],
  evolve: () => null,
};
