import type { RecordedEvent } from '@minh-bach/kernel';
import { addRows, ownerOf } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { PetitionTrackRow, type TrackStep } from './petition-track.entity.ts';

/** The steps of each petition as its sender may know them. */
export const petitionTrackProjection: Projection = {
  name: 'petition-tracks',
  version: 1,
  async apply(batch, manager) {
    const registered = new Map<string, PetitionTrackRow>();
    const progress = new Map<string, TrackStep[]>();
    for (const { stream, event } of batch as readonly RecordedEvent<PetitionEvent>[]) {
      const petition = ownerOf(stream);
      if (event.type === 'PetitionRegistered') {
        const { receiptHash, receivedOn } = event.data;
        registered.set(petition, {
          petition,
          receiptHash,
          steps: [{ state: 'received', on: receivedOn }],
        });
      } else if (event.type === 'ProgressNoted') {
        const { state, on } = event.data;
        const known = registered.get(petition);
        if (known) known.steps.push({ state, on });
        else progress.set(petition, [...(progress.get(petition) ?? []), { state, on }]);
      }
    }
    // A code that was used before stays with its first petition: it must not stop everyone's rows.
    await addRows(manager, PetitionTrackRow, [...registered.values()]);
    if (progress.size > 0)
      await manager.query(
        `UPDATE petition_tracks t SET steps = t.steps || p.steps
           FROM unnest($1::text[], $2::jsonb[]) AS p(petition, steps) WHERE t.petition = p.petition`,
        [[...progress.keys()], [...progress.values()].map((steps) => JSON.stringify(steps))],
      );
  },
};
