import type { RecordedEvent } from '@minh-bach/kernel';
import { addRows, ownerOf } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type {
  PetitionEvent,
  PetitionRegistered,
  ProgressNoted,
} from '../domain/petition.events.ts';
import {
  PetitionTrackRow,
  isOpen,
  type OpenStanding,
  type Standing,
  type TrackStep,
} from './petition-track.entity.ts';

interface Progress {
  readonly steps: TrackStep[];
  /** Of a denunciation, all there is; else the members that are new. */
  standing: Partial<OpenStanding> | Extract<Standing, { isDenunciation: true }>;
}

const CLOSED = { isDenunciation: true } as const;

/** The steps of each petition, and what stands beside them, as its sender may know them. */
export const petitionTrackProjection: Projection = {
  name: 'petition-tracks',
  // Version 2 keeps what stands beside the steps.
  version: 2,
  async apply(batch, manager) {
    const registered = new Map<string, PetitionTrackRow>();
    const progress = new Map<string, Progress>();
    for (const { stream, event } of batch as readonly RecordedEvent<PetitionEvent>[]) {
      const petition = ownerOf(stream);
      if (event.type === 'PetitionRegistered') {
        registered.set(petition, rowOf(petition, event.data));
      } else if (event.type === 'ProgressNoted') {
        const { state, on } = event.data;
        const known = registered.get(petition) ?? progress.get(petition) ?? fresh();
        known.steps.push({ state, on });
        known.standing = after(known.standing, event.data) as Standing;
        if (!registered.has(petition)) progress.set(petition, known as Progress);
      }
    }
    // A code that was used before stays with its first petition: it must not stop everyone's rows.
    await addRows(manager, PetitionTrackRow, [...registered.values()]);
    if (progress.size > 0)
      await manager.query(
        `UPDATE petition_tracks t SET steps = t.steps || p.steps, standing =
            CASE WHEN (t.standing || p.standing) ? 'isDenunciation' THEN '{"isDenunciation": true}'
                 ELSE t.standing || p.standing END
           FROM unnest($1::text[], $2::jsonb[], $3::jsonb[]) AS p(petition, steps, standing)
          WHERE t.petition = p.petition`,
        [
          [...progress.keys()],
          [...progress.values()].map(({ steps }) => JSON.stringify(steps)),
          [...progress.values()].map(({ standing }) => JSON.stringify(standing)),
        ],
      );
  },
};

const fresh = (): Progress => ({ steps: [], standing: {} });

function rowOf(
  petition: string,
  { receiptHash, receivedOn, declaredKind, unit, signed }: PetitionRegistered['data'],
): PetitionTrackRow {
  const open = { kind: declaredKind, unit, signed };
  const standing = declaredKind === 'denunciation' ? CLOSED : open;
  return { petition, receiptHash, steps: [{ state: 'received', on: receivedOn }], standing };
}

function after(
  standing: Progress['standing'],
  { kind, news = {} }: ProgressNoted['data'],
): Progress['standing'] {
  if (kind === 'denunciation' || !isOpen(standing as Standing)) return CLOSED;
  return { ...standing, ...(kind === undefined ? {} : { kind }), ...news };
}
