import type { DecisionProposed } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One step of a decision on a denunciation that takes two persons. */
@Entity('triage_proposed_decisions')
@Index('triage_proposed_decisions_week', ['week', 'at'])
export class ProposedDecisionRow {
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('text') petition!: string;
  @Column('text') week!: string;
  @Column('text') step!: 'called' | 'proposed' | 'confirmed' | 'declined';
  @Column('jsonb') decision!: DecisionProposed;
  @Column('text') person!: string;
  /** The head for whom a deputy acted. */
  @Column('text', { name: 'deputy_for', nullable: true }) deputyFor!: string | null;
  /** For which the person acted. */
  @Column('text') unit!: string;
  @Column('timestamptz') at!: Date;
}
