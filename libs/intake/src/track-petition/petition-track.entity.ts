import type { PetitionState } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export interface TrackStep {
  readonly state: PetitionState;
  readonly on: string;
}

/** What the holder of a receipt code is told: no person, no text. */
@Entity('petition_tracks')
export class PetitionTrackRow {
  @PrimaryColumn('text') petition!: string;
  @Index('petition_tracks_receipt', { unique: true })
  @Column('text', { name: 'receipt_hash' })
  receiptHash!: string;
  @Column('jsonb') steps!: TrackStep[];
}
