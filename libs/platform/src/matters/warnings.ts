import { REPORT_ON_DELAY } from '@minh-bach/contracts';
import type { EventStore } from '@minh-bach/event-store';
import { decidingStreamOf } from './protection.ts';
import { written } from './written.ts';

/**
 * Whether something stands that a superior was or is to be told about a petition, by a limit that counts from
 * its receipt. Another receipt date may take it back. Read in the log, as `verifiersOf`: in force with the event
 * that says so.
 */
export async function isWarnedOf(store: EventStore, petition: string): Promise<boolean> {
  const standing = new Set<string>();
  for await (const { type, data } of written(store, decidingStreamOf(petition))) {
    const { rule, due } = data as { readonly rule?: unknown; readonly due?: unknown };
    if (typeof rule !== 'string' || typeof due !== 'string' || rule === REPORT_ON_DELAY) continue;
    if (type === 'DeadlineBreached') standing.add(`${rule} ${due}`);
    if (type === 'BreachWithdrawn') standing.delete(`${rule} ${due}`);
  }
  return standing.size > 0;
}

/** Units above its own that ever had to handle a denunciation: what is late may be theirs. */
export async function everHandledBy(store: EventStore, petition: string): Promise<string[]> {
  const units: string[] = [];
  for await (const { type, data } of written(store, decidingStreamOf(petition))) {
    const { to } = data as { readonly to?: unknown };
    if (type === 'HandlingMoved' && typeof to === 'string') units.push(to);
  }
  return units;
}
