import type { PetitionKind } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One step of turning a denunciation into something else. */
@Entity('triage_reclassifications')
@Index(['week', 'at'])
export class ReclassificationRow {
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('text') petition!: string;
  @Column('text') week!: string;
  @Column('text') step!: 'proposed' | 'confirmed' | 'declined';
  /** What it should be instead. */
  @Column('text') kind!: PetitionKind;
  @Column('text') person!: string;
  /** For which the person acted. */
  @Column('text') unit!: string;
  @Column('timestamptz') at!: Date;
}
