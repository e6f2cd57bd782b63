import type { EventStore } from '@minh-bach/event-store';
import type { Actor } from '@minh-bach/kernel';
import { PROTECTING_STREAMS, decidingStreamOf } from './protection.ts';
import { written } from './written.ts';

/** Nobody merges so many; a longer chain is nobody's to open. */
const AT_MOST = 200;

/**
 * All petitions that it is or was merged with, directly or by others: they are of one sender, also where they
 * came apart since. Read in the log, as `verifiersOf`.
 *
 * @returns `null`: too many to look at
 */
export async function everMergedWith(
  store: EventStore,
  petition: string,
): Promise<readonly string[] | null> {
  const found = new Set([petition]);
  for (const one of found) {
    if (found.size > AT_MOST) return null;
    for await (const { type, data } of written(store, decidingStreamOf(one))) {
      const { into, other } = data as { readonly into?: unknown; readonly other?: unknown };
      if (type === 'PetitionMerged' && typeof into === 'string') found.add(into);
      if (type === 'DuplicateTakenIn' && typeof other === 'string') found.add(other);
    }
  }
  return [...found].filter((one) => one !== petition);
}

/** Who registered it, as they acted. */
export async function registrarOf(store: EventStore, petition: string): Promise<Actor | undefined> {
  const [registers] = PROTECTING_STREAMS;
  for await (const { type, actor } of written(store, `${registers}${petition}`))
    if (type === 'PetitionRegistered') return actor;
  return undefined;
}
