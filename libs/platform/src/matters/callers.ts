import { willOf } from '@minh-bach/contracts';
import { decodeAsWritten } from '@minh-bach/kernel';
import type { EventStore } from '@minh-bach/event-store';
import { decidingStreamOf } from './protection.ts';

/**
 * Everybody who ever called a petition a denunciation that was none before, and for whom they did. Read in the log like the
 * rest of its protection (docs/adr/0031): in force before their command was answered. Nobody called
 * what was declared as one.
 */
export async function callersOf(store: EventStore, petition: string): Promise<readonly string[]> {
  const callers = new Set<string>();
  for await (const stored of store.readStream(decidingStreamOf(petition))) {
    const { event, metadata } = decodeAsWritten(stored.type, stored.data, stored.metadata);
    const { kind, before } = event.data as { readonly kind?: string; readonly before?: string };
    if (kind === 'denunciation' && before !== undefined && before !== kind)
      willOf(metadata.actor).forEach((who) => callers.add(who));
  }
  return [...callers];
}
