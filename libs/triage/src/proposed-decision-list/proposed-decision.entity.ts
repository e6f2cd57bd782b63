import type { DecisionProposed } from '@minh-bach/contracts';
import { StepRow } from '@minh-bach/platform';
import { Column, Entity, Index } from 'typeorm';

/** One step of a decision on a denunciation that takes two persons. */
@Entity('triage_proposed_decisions')
@Index('triage_proposed_decisions_week', ['week', 'at'])
export class ProposedDecisionRow extends StepRow {
  @Column('text') step!: 'called' | 'proposed' | 'confirmed' | 'declined';
  @Column('jsonb') decision!: DecisionProposed;
}
