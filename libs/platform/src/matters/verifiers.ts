import { ruleOf, willOf } from '@minh-bach/contracts';
import type { EventStore } from '@minh-bach/event-store';
import type { Organisation } from '../organisation/organisation.ts';
import { decidingStreamOf } from './protection.ts';
import { written } from './written.ts';

/**
 * Everybody who verifies the case of one of these petitions or did: assigned to it, or acting in it as a verifier;
 * and for whom they did. Read in the log, as `callersOf`: in force with the event that says so.
 *
 * @param petitions of one sender: who must not know it asks with all of `everMergedWith`
 */
export async function verifiersOf(
  store: EventStore,
  petitions: readonly string[],
): Promise<readonly string[]> {
  const verifiers = new Set<string>();
  for (const petition of petitions)
    for await (const { data } of written(store, decidingStreamOf(petition))) {
      const { case: number } = data as { readonly case?: unknown };
      if (typeof number !== 'string') continue;
      for await (const { data: told, actor } of written(store, `investigation.case-${number}`)) {
        const { assignee } = told as { readonly assignee?: unknown };
        if (typeof assignee === 'string') verifiers.add(assignee);
        if (actor.role === 'verifier') willOf(actor).forEach((who) => verifiers.add(who));
      }
    }
  return [...verifiers];
}

/**
 * Everybody who may be given a case of a unit to verify: they hold that duty in it or above it, from where
 * it may be assigned.
 */
export async function mayVerify(
  organisation: Organisation,
  unit: string,
): Promise<readonly string[]> {
  const line = [unit, ...(await organisation.unitsAbove(unit))];
  return organisation.peopleIn(ruleOf('case.record').roles, line);
}
