import type { RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { foldRows } from '../rows/fold-rows.ts';
import {
  PROTECTING_STREAMS,
  evolveProtection,
  petitionsOf,
  saysNothing,
  unprotected,
  type Protection,
} from './protection.ts';

@Entity('protections')
@Index('protections_denunciations', ['petition'], { where: 'is_denunciation' })
@Index('protections_ever_units', ['everUnits'], { type: 'gin' })
export class ProtectionRow implements Protection {
  @PrimaryColumn('text') petition!: string;
  @Column('boolean', { name: 'is_denunciation' }) isDenunciation!: boolean;
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('text', { array: true, nullable: true }) units!: readonly string[] | null;
  @Column('text', { array: true, nullable: true }) people!: readonly string[] | null;
  @Column('text', { array: true, nullable: true }) about!: readonly string[] | null;
  @Column('text', { name: 'ever_units', array: true }) everUnits!: readonly string[];
  @Column('text', { name: 'ever_people', array: true }) everPeople!: readonly string[];
  @Column('text', { name: 'opened_about', array: true, nullable: true })
  openedAbout!: readonly string[] | null;
  @Column('text', { name: 'added_unit', nullable: true }) addedUnit!: string | null;
  @Column('integer', { name: 'decided_up_to', default: -1 }) decidedUpTo!: number;
}

type Said = RecordedEvent & { readonly about: string };

/** One row a petition, from the log of every service that says something of it. */
export const protectionProjection: Projection = {
  name: 'protections',
  version: 9,
  follows: PROTECTING_STREAMS,
  skips: saysNothing,
  apply: (batch, manager) =>
    foldRows<ProtectionRow>(
      manager,
      {
        entity: ProtectionRow,
        key: 'petition',
        keyOf: (recorded) => (recorded as Said).about,
        evolve: (row, recorded) =>
          evolveProtection(row ?? unprotected((recorded as Said).about), recorded),
      },
      batch.flatMap((recorded) =>
        petitionsOf(recorded).map((about): Said => ({ ...recorded, about })),
      ),
    ),
};
