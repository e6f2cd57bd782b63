import { refuseKept, type Asked } from '@minh-bach/platform';
import { cases } from './cases.ts';
import type { CaseCommand, Requested } from './domain/case.decider.ts';
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

/**
 * Every command of people passes here: they may have been named while it waited.
 *
 * @param more what else is checked on the state that is decided on
 */
export const decideFor = (
  asked: Reached,
  found: Found,
  command: CaseCommand,
  more?: (at: { readonly state: Requested }) => Promise<void>,
) =>
  cases.decide(asked, found, command, async ({ state }) => {
    await refuseKept(
      asked.service,
      matterFor(found.state, asked.context.actor),
      asked.context.actor,
    );
    if (more && state.is !== 'unknown') await more({ state });
  });
