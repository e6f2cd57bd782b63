import { mayReport, reportDecisionDelay, urgeDecision } from '@minh-bach/contracts';
import { DomainError, type Actor } from '@minh-bach/kernel';
import { keptFrom, mayUrge, useCase, type ServiceRuntime } from '@minh-bach/platform';
import { cases } from './cases.ts';
import type { Requested } from './domain/case.decider.ts';
import { matterOf, sendingUnit } from './issuing.ts';
import { decideFor } from './reaching.ts';

/** The unit that this person urges, where they head the one directly above; else `null`. */
export async function urgedBy(
  service: Pick<ServiceRuntime, 'organisation' | 'shield'>,
  state: Requested,
  actor: Actor,
): Promise<string | null> {
  const to = (await sendingUnit(service, state)) ?? state.concluded.unit;
  const kept = await keptFrom(service, { ...matterOf(state), isFirstComplaint: false });
  return (await mayUrge(service, 'case.urge', { to, kept }, actor)) ? to : null;
}

export const urgingCommands = [
  useCase(urgeDecision, async (asked) => {
    const { service, number, action, body, context } = asked;
    const { actor } = context;
    const found = await cases.load(service, number, 'case.read', actor);
    await service.matters.assertReach(found.stream, action, actor);
    const to = await urgedBy(service, found.state, actor);
    return decideFor(asked, found, { type: 'UrgeDecision', ...body, to });
  }),
  useCase(reportDecisionDelay, async (asked) => {
    const { service, number, context } = asked;
    const found = await cases.load(service, number, 'case.read', context.actor);
    const sending = await sendingUnit(service, found.state);
    if (!mayReport(found.state, sending, context.actor.unit)) throw new DomainError('NOT_FOUND');
    return decideFor(asked, found, { type: 'ReportDelay', ...asked.body });
  }),
];
