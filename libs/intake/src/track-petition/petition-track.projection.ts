import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import { addRows, ownerOf } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { IdentityDisclosed } from '@minh-bach/vault';
import type {
  PetitionEvent,
  PetitionRegistered,
  ProgressNoted,
} from '../domain/petition.events.ts';
import { openingOf, type Opening } from './openings.ts';
import {
  PetitionTrackRow,
  type CorrectedReceipt,
  type OpenStanding,
  type TrackStep,
} from './petition-track.entity.ts';

const CLOSED = { isDenunciation: true } as const;

/** A row, or what a batch adds to one: of a denunciation, that it is one, in place of all else. */
interface Track<Open> {
  readonly steps: TrackStep[];
  standing: Open | typeof CLOSED;
}

/** The steps of each petition, and what stands beside them, as its sender may know them. */
export const petitionTrackProjection: Projection = {
  name: 'petition-tracks',
  // Version 6 keeps when its sender asked to withdraw.
  version: 6,
  async apply(batch, manager) {
    const registered = new Map<string, PetitionTrackRow>();
    const progress = new Map<string, Track<Partial<OpenStanding>>>();
    const corrected = new Map<string, CorrectedReceipt>();
    const rated = new Map<string, number>();
    const asked = new Map<string, string>();
    const opened = new Map<string, Opening[]>();
    for (const recorded of batch as readonly RecordedEvent<PetitionEvent | IdentityDisclosed>[]) {
      const { stream, event, metadata } = recorded;
      const petition = ownerOf(stream);
      if (event.type === 'PetitionRegistered') {
        registered.set(petition, rowOf(petition, event.data));
      } else if (event.type === 'ProgressNoted') {
        const row = registered.get(petition);
        const added = progress.get(petition) ?? { steps: [], standing: {} };
        if (row) goOn<OpenStanding>(row, event.data);
        else progress.set(petition, goOn(added, event.data));
      } else if (event.type === 'HandlingRated') {
        const row = registered.get(petition);
        if (row) row.stars = event.data.stars;
        else rated.set(petition, event.data.stars);
      } else if (event.type === 'WithdrawalAsked') {
        const on = localDate(metadata.recordedAt);
        const row = registered.get(petition);
        if (row) row.withdrawalAskedOn = on;
        else asked.set(petition, on);
      } else if (event.type === 'IdentityDisclosed') {
        const opening = openingOf({ ...recorded, event }, localDate(metadata.recordedAt));
        if (opening) opened.set(petition, [...(opened.get(petition) ?? []), opening]);
      } else if (event.type === 'ReceiptDateCorrected') {
        const { receivedOn: on, was } = event.data;
        const row = registered.get(petition);
        if (row) row.receipt = { on, was };
        else corrected.set(petition, { on, was });
      }
    }
    // A code that was used before stays with its first petition: it must not stop everyone's rows.
    await addRows(manager, PetitionTrackRow, [...registered.values()]);
    if (rated.size > 0)
      await manager.query(
        `UPDATE petition_tracks t SET stars = r.stars
           FROM unnest($1::text[], $2::integer[]) AS r(petition, stars) WHERE t.petition = r.petition`,
        [[...rated.keys()], [...rated.values()]],
      );
    if (corrected.size > 0)
      await manager.query(
        `UPDATE petition_tracks t SET receipt = c.receipt
           FROM unnest($1::text[], $2::jsonb[]) AS c(petition, receipt) WHERE t.petition = c.petition`,
        [[...corrected.keys()], [...corrected.values()].map((one) => JSON.stringify(one))],
      );
    if (asked.size > 0)
      await manager.query(
        `UPDATE petition_tracks t SET withdrawal_asked_on = a.on_day
           FROM unnest($1::text[], $2::text[]) AS a(petition, on_day) WHERE t.petition = a.petition`,
        [[...asked.keys()], [...asked.values()]],
      );
    if (opened.size > 0)
      await manager.query(
        `UPDATE petition_tracks t SET openings = t.openings || o.openings
           FROM unnest($1::text[], $2::jsonb[]) AS o(petition, openings)
          WHERE t.petition = o.petition AND NOT t.standing ? 'isDenunciation'`,
        [[...opened.keys()], [...opened.values()].map((one) => JSON.stringify(one))],
      );
    if (progress.size > 0)
      await manager.query(
        `UPDATE petition_tracks t SET steps = t.steps || p.steps, standing =
            CASE WHEN (t.standing || p.standing) ? 'isDenunciation' THEN '${JSON.stringify(CLOSED)}'
                 ELSE t.standing || p.standing END,
            openings = CASE WHEN (t.standing || p.standing) ? 'isDenunciation' THEN '[]' ELSE t.openings END
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

function rowOf(
  petition: string,
  { receiptHash, receivedOn, declaredKind, unit, signed }: PetitionRegistered['data'],
): PetitionTrackRow {
  const open = { kind: declaredKind, unit, signed };
  const standing = declaredKind === 'denunciation' ? CLOSED : open;
  return {
    petition,
    receiptHash,
    steps: [{ state: 'received', on: receivedOn }],
    standing,
    receipt: null,
    openings: [],
    withdrawalAskedOn: null,
    stars: null,
  };
}

function goOn<Open extends Partial<OpenStanding>>(
  track: Track<Open>,
  { state, on, kind, news }: ProgressNoted['data'],
): Track<Open> {
  track.steps.push({ state, on });
  if (kind === 'denunciation') track.standing = CLOSED;
  if ('isDenunciation' in track.standing) return track;
  track.standing = { ...track.standing, ...(kind === undefined ? {} : { kind }), ...news };
  return track;
}
