import type { PetitionKind } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Counted } from './counted.ts';

/** One matter as it is counted. What is hidden from somebody is taken out of their figures by it. */
@Entity('counted_matters')
export class CountedRow {
  @PrimaryColumn('text') stream!: string;
  @Column('text') unit!: string;
  @Column('jsonb') counted!: Counted;
}

/** One figure: how many matters of a unit and kind. No row where there are none. */
@Entity('tallies')
@Index('tallies_of_unit', ['unit', 'what', 'day'])
export class TallyRow {
  @PrimaryColumn('text') what!: string;
  @PrimaryColumn('date') day!: string;
  @PrimaryColumn('text') unit!: string;
  @PrimaryColumn('text') kind!: PetitionKind | '';
  @Column('integer') n!: number;
}

export const countsEntities = [CountedRow, TallyRow];
