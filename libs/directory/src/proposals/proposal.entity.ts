import type { DirectoryEntryV1 } from '@minh-bach/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change that one administrator proposed, and what became of it. */
@Entity('directory_proposals')
export class ProposalRow {
  @PrimaryColumn('text') id!: string;
  @Column('jsonb') entry!: DirectoryEntryV1;
  @Column('jsonb', { nullable: true }) before!: DirectoryEntryV1 | null;
  /** Of the entry's stream, when it was proposed. */
  @Column('integer') revision!: number;
  @Column('text', { name: 'proposed_by' }) proposedBy!: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text') outcome!: 'open' | 'confirmed' | 'declined';
  @Column('text', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
}
