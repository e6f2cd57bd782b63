import type { PetitionKind } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who registered a petition, and on which day: what the desk has done today. */
@Entity('registered_petitions')
@Index('registered_petitions_of_person', ['person', 'day', 'at', 'petition'])
export class RegisteredRow {
  @PrimaryColumn('text') petition!: string;
  @Column('text') person!: string;
  /** Of Việt Nam. */
  @Column('date') day!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') unit!: string;
  @Column('text') kind!: PetitionKind;
  @Column('text', { nullable: true }) gist!: string | null;
}
