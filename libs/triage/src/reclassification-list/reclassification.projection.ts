import type { RecordedEvent } from '@minh-bach/kernel';
import { isoWeekOf, ownerOf } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { ReclassificationRow } from './reclassification.entity.ts';

/** Who proposed, confirmed or declined that a denunciation is something else: one row a step. */
export const reclassificationProjection: Projection = {
  name: 'triage-reclassifications',
  version: 1,
  async apply(batch, manager) {
    const rows = batch.flatMap(rowsOf);
    if (rows.length > 0) await manager.upsert(ReclassificationRow, rows, ['stream', 'revision']);
  },
};

function rowsOf(recorded: RecordedEvent): ReclassificationRow[] {
  const step = stepOf(recorded.event as PetitionEvent);
  if (!step) return [];
  const { stream, revision, metadata } = recorded;
  const { actor, recordedAt } = metadata;
  return [
    {
      stream,
      revision,
      petition: ownerOf(stream),
      week: isoWeekOf(recordedAt),
      ...step,
      person: actor.person,
      unit: actor.unit,
      at: new Date(recordedAt),
    },
  ];
}

function stepOf({
  type,
  data,
}: PetitionEvent): Pick<ReclassificationRow, 'step' | 'kind'> | undefined {
  if (type === 'ReclassificationProposed') return { step: 'proposed', kind: data.proposed.kind };
  if (type === 'ReclassificationDeclined') return { step: 'declined', kind: data.proposed.kind };
  if (type === 'PetitionClassified' && data.proposedBy !== undefined)
    return { step: 'confirmed', kind: data.kind };
  return undefined;
}
