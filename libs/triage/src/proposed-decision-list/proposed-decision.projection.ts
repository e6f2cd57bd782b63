import type { DecisionProposed, PetitionKind } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import { isoWeekOf, ownerOf } from '@minh-bach/platform';
import type { Projection } from '@minh-bach/projections';
import type { SettlePetition } from '../domain/petition.commands.ts';
import type { PetitionEvent } from '../domain/petition.events.ts';
import { ProposedDecisionRow } from './proposed-decision.entity.ts';

/**
 * Who proposed, confirmed or declined a decision on a denunciation, and who alone called a petition one:
 * one row a step.
 */
export const proposedDecisionProjection: Projection = {
  name: 'triage-proposed-decisions',
  version: 2,
  async apply(batch, manager) {
    const rows = batch.flatMap(rowsOf);
    if (rows.length > 0) await manager.upsert(ProposedDecisionRow, rows, ['stream', 'revision']);
  },
};

function rowsOf(recorded: RecordedEvent): ProposedDecisionRow[] {
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

type Step = Pick<ProposedDecisionRow, 'step' | 'decision'>;

function stepOf({ type, data }: PetitionEvent): Step | undefined {
  switch (type) {
    case 'ReclassificationProposed':
      return { step: 'proposed', decision: reclassified(data.proposed) };
    case 'ReclassificationDeclined':
      return { step: 'declined', decision: reclassified(data.proposed) };
    case 'SettlementProposed':
      return { step: 'proposed', decision: settled(data.proposed) };
    case 'SettlementDeclined':
      return { step: 'declined', decision: settled(data.proposed) };
    case 'PetitionClassified':
      return isCall(data)
        ? { step: 'called', decision: reclassified(data) }
        : confirmed(data, reclassified(data));
    case 'PetitionSettled':
      return confirmed(data, settled(data));
    case 'PetitionTaken':
    case 'HandlingMoved':
    case 'RespondentsCorrected':
    case 'PetitionAccepted':
    case 'NoteAdded':
    case 'DeadlineBreached':
      return undefined;
  }
}

/** One person may do it alone: so others look at it afterwards. */
const isCall = ({ kind, before }: { readonly kind: PetitionKind; readonly before: PetitionKind }) =>
  kind === 'denunciation' && before !== kind;

/** By one person alone it is no step of two. */
const confirmed = (
  { proposedBy }: { readonly proposedBy?: string },
  decision: DecisionProposed,
): Step | undefined => (proposedBy === undefined ? undefined : { step: 'confirmed', decision });

const reclassified = ({ kind }: { readonly kind: PetitionKind }): DecisionProposed => ({
  what: 'reclassification',
  kind,
});
const settled = ({ outcome }: Pick<SettlePetition, 'outcome'>): DecisionProposed => ({
  what: 'settlement',
  outcome,
});
