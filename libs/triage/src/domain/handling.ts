import type { HandledBy } from '@minh-bach/contracts';
import type { Taken } from './petition.state.ts';
import type { PetitionEvent } from './petition.events.ts';

/** Who handles a denunciation, as it was told last. */
export interface Handler {
  /** `null`: nobody in the whole line. */
  readonly unit: string | null;
  readonly by: HandledBy;
}
export interface NoteHandler {
  readonly type: 'NoteHandler';
  readonly handler: Handler;
}

/** Told once a change, and not of what is decided. */
export function noteHandler(
  { is, unit, handler: before }: Taken,
  { handler }: NoteHandler,
): PetitionEvent[] {
  if (is === 'accepted' || is === 'settled') return [];
  if (handler.unit === before.unit && handler.by === before.by) return [];
  const isOwn = handler.unit === unit && handler.by === 'classifiers';
  const why = isOwn ? 'SOMEBODY_AGAIN' : 'NOBODY_LEFT';
  return [{ type: 'HandlingMoved', data: { to: handler.unit, by: handler.by, why } }];
}
