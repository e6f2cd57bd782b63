import type { PetitionKind } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** By what another petition is found to be like this one. */
@Entity('petition_likeness')
@Index('petition_likeness_name', ['name'])
@Index('petition_likeness_number', ['idNumber'])
@Index('petition_likeness_content', ['respondentUnit', 'kind', 'receivedOn'])
export class LikenessRow {
  @PrimaryColumn('text') petition!: string;
  @Column('text') unit!: string;
  @Column('text') kind!: PetitionKind;
  @Column('date', { name: 'received_on' }) receivedOn!: string;
  @Column('text', { name: 'respondent_unit', nullable: true }) respondentUnit!: string | null;
  /** Of its gist, without marks; empty for a denunciation. */
  @Column('text', { array: true }) words!: string[];
  /** These four are keyed hashes. */
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { name: 'id_number', nullable: true }) idNumber!: string | null;
}
