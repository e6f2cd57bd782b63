import type { PetitionKind, PetitionState } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { News } from '../domain/news.ts';
import type { Opening } from './openings.ts';

export interface TrackStep {
  readonly state: PetitionState;
  readonly on: string;
}

export interface CorrectedReceipt {
  readonly on: string;
  readonly was: string;
}

/** What stands beside the steps: the last word on each. */
export interface OpenStanding extends News {
  readonly kind: PetitionKind;
  readonly signed: boolean;
}
/** Of what is a denunciation, or was called one once, nothing is kept here. */
export type Standing = OpenStanding | { readonly isDenunciation: true };

export const isOpen = (standing: Standing): standing is OpenStanding =>
  !('isDenunciation' in standing);

/** What the holder of a receipt code is told: no person, no text of a person. */
@Entity('petition_tracks')
export class PetitionTrackRow {
  @PrimaryColumn('text') petition!: string;
  @Index('petition_tracks_receipt', { unique: true })
  @Column('text', { name: 'receipt_hash' })
  receiptHash!: string;
  @Column('jsonb') steps!: TrackStep[];
  @Column('jsonb') standing!: Standing;
  /** The receipt date, where two people corrected it. */
  @Column('jsonb', { nullable: true }) receipt!: CorrectedReceipt | null;
  /** Of who sent it; of a denunciation none are kept. */
  @Column('jsonb', { default: [] }) openings!: Opening[];
  /** The day on which its sender asked to withdraw; of a denunciation none is told. */
  @Column('text', { name: 'withdrawal_asked_on', nullable: true }) withdrawalAskedOn!:
    string | null;
  /** As its sender rated the handling. */
  @Column('integer', { nullable: true }) stars!: number | null;
}
