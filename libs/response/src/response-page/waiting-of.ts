import { roleFor, type ResponseMatter, type Role } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import { mayConfirm, personRefs, unitRefs, type ServiceRuntime } from '@minh-bach/platform';
import type { Requested } from '../domain/case.decider.ts';
import { confirmersOf, isOwn } from '../second-person.ts';

/** Days that wait, as somebody in a post sees them. */
export async function waitingOf(
  service: ServiceRuntime,
  state: Requested,
  { actor, roles, isKept }: { actor: Actor; roles: readonly Role[]; isKept: boolean },
): Promise<ResponseMatter['waiting']> {
  const { organisation } = service;
  const people = state.waiting.map(({ proposer }) => proposer.person);
  const [unit, person] = await Promise.all([
    unitRefs(organisation),
    personRefs(organisation, people),
  ]);
  const hasRight = roleFor('response.confirm-day', roles) !== undefined && !isKept;
  return Promise.all(
    state.waiting.map(async (waiting) => {
      const { of, to, day, countsFrom, proposer } = waiting;
      const confirmers = await confirmersOf(service, state, waiting);
      const own = await isOwn(service, state, waiting, actor);
      return {
        ...{ of, to, day, countsFrom },
        by: person(proposer.person),
        isOwn: own,
        mayConfirm: hasRight && !own && mayConfirm(confirmers, actor),
        confirmedBy: confirmers && unit(confirmers.unit.id),
      };
    }),
  );
}
