import { ruleOf, willOf } from '@minh-bach/contracts';
import type { EventStore } from '@minh-bach/event-store';
import type { Organisation } from '../organisation/organisation.ts';
import { decidingStreamOf } from './protection.ts';
import { written } from './written.ts';

/**
 * Everybody who verifies the case of a petition or did: assigned to it, or acting in it as a verifier; and for
 * whom they did. Read in the log, as `callersOf`: in force with the event that says so.
 */
export async function verifiersOf(store: EventStore, petition: string): Promise<readonly string[]> {
  const { verifiers, into } = await verifiersIn(store, petition);
  const others = into === null ? [] : (await verifiersIn(store, into)).verifiers;
  return [...new Set([...verifiers, ...others])];
}

/** By its own case. `into`: the petition that it is merged into, in whose case it is dealt with. */
async function verifiersIn(store: EventStore, petition: string) {
  const verifiers = new Set<string>();
  let into: string | null = null;
  for await (const { type, data } of written(store, decidingStreamOf(petition))) {
    const said = data as { readonly case?: unknown; readonly into?: unknown };
    if (type === 'PetitionMerged' && typeof said.into === 'string') into = said.into;
    if (type === 'PetitionUnmerged') into = null;
    if (typeof said.case !== 'string') continue;
    for await (const { data: told, actor } of written(store, `investigation.case-${said.case}`)) {
      const { assignee } = told as { readonly assignee?: unknown };
      if (typeof assignee === 'string') verifiers.add(assignee);
      if (actor.role === 'verifier') willOf(actor).forEach((who) => verifiers.add(who));
    }
  }
  return { verifiers: [...verifiers], into };
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
