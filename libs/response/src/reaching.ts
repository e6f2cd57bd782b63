import { refuseKept, type Asked } from '@minh-bach/platform';
import { cases } from './cases.ts';
import type { CaseCommand, CaseState, Requested } from './domain/case.decider.ts';
import { matterFor, type sendingUnit } from './issuing.ts';

export type Reached = Omit<Asked, 'body'>;
export type Found = Awaited<ReturnType<typeof loadFor>>;

/** For the unit that a step falls to: where those of the case's own unit are kept from it, one above. */
export async function loadFor(unitOf: typeof sendingUnit, asked: Reached) {
  const { service, number, action, context } = asked;
  const { actor } = context;
  const found = await cases.load(service, number, 'case.read', actor);
  if (actor.unit !== (await unitOf(service, found.state)))
    await service.matters.assertReach(found.stream, action, actor);
  return found;
}

/** What else is checked on the state that is decided on. */
export type More = (at: { readonly state: Requested }) => Promise<void>;

/** Every command of people passes here: they may have been named while it waited. */
export const decideFor = (asked: Reached, found: Found, command: CaseCommand, more?: More) =>
  cases.decide(asked, found, command, beforeDecision(asked, found, more));

/** Refuses what `decideFor` would refuse now. */
export const checkFor = (asked: Reached, found: Found, command: CaseCommand, more?: More) =>
  cases.check(asked, found, command, beforeDecision(asked, found, more));

const beforeDecision =
  ({ service, context: { actor } }: Reached, found: Found, more?: More) =>
  async ({ state }: { readonly state: CaseState }) => {
    await refuseKept(service, matterFor(found.state, actor), actor);
    if (more && state.is !== 'unknown') await more({ state });
  };
