import { willOf } from '@minh-bach/contracts';
import type { EventStore } from '@minh-bach/event-store';
import { decidingStreamOf } from './protection.ts';
import { written } from './written.ts';

/**
 * Everybody who verifies the case of a petition or did: assigned to it, or acting in it as a verifier; and for
 * whom they did. Read in the log, as `callersOf`: in force with the event that says so.
 */
export async function verifiersOf(store: EventStore, petition: string): Promise<readonly string[]> {
  const verifiers = new Set<string>();
  for await (const { data } of written(store, decidingStreamOf(petition))) {
    const { case: opened } = data as { readonly case?: unknown };
    if (typeof opened !== 'string') continue;
    for await (const { data: said, actor } of written(store, `investigation.case-${opened}`)) {
      const { assignee } = said as { readonly assignee?: unknown };
      if (typeof assignee === 'string') verifiers.add(assignee);
      if (actor.role === 'verifier') willOf(actor).forEach((who) => verifiers.add(who));
    }
  }
  return [...verifiers];
}
