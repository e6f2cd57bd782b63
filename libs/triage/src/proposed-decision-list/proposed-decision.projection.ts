import type { DecisionProposed, PetitionKind } from '@minh-bach/contracts';
import type { RecordedEvent } from '@minh-bach/kernel';
import { stepTaken, upsertRows } from '@minh-bach/platform';
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
  version: 3,
  async apply(batch, manager) {
    const rows = batch.flatMap(rowsOf);
    await upsertRows(manager, ProposedDecisionRow, rows, ['stream', 'revision']);
  },
};

function rowsOf(recorded: RecordedEvent): ProposedDecisionRow[] {
  const step = stepOf(recorded.event as PetitionEvent);
  return step ? [{ ...stepTaken(recorded), ...step }] : [];
}

type Step = Pick<ProposedDecisionRow, 'step' | 'decision'>;

/** Most events are no step of it. */
const STEPS: {
  readonly [E in PetitionEvent as E['type']]?: (data: E['data']) => Step | undefined;
} = {
  ReclassificationProposed: ({ proposed }) => ({
    step: 'proposed',
    decision: reclassified(proposed),
  }),
  ReclassificationDeclined: ({ proposed }) => ({
    step: 'declined',
    decision: reclassified(proposed),
  }),
  SettlementProposed: ({ proposed }) => ({ step: 'proposed', decision: settled(proposed) }),
  SettlementDeclined: ({ proposed }) => ({ step: 'declined', decision: settled(proposed) }),
  PetitionClassified: (data) =>
    isCall(data)
      ? { step: 'called', decision: reclassified(data) }
      : confirmed(data, reclassified(data)),
  PetitionSettled: (data) => confirmed(data, settled(data)),
  NamesStruck: () => ({ step: 'confirmed', decision: { what: 'struck-names' } }),
};

const stepOf = ({ type, data }: PetitionEvent): Step | undefined =>
  (STEPS[type] as ((data: never) => Step | undefined) | undefined)?.(data as never);

/** One person may do it alone: so others look at it afterwards. */
export const isCall = ({
  kind,
  before,
}: {
  readonly kind: PetitionKind;
  readonly before: PetitionKind;
}) => kind === 'denunciation' && before !== kind;

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
