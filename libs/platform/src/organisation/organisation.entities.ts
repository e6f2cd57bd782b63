import type { Role } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('org_units')
export class UnitRow {
  @PrimaryColumn('text') id!: string;
  @Column('text', { nullable: true }) parent!: string | null;
  @Column('text') level!: string;
  @Column('text', { name: 'name_vi' }) nameVi!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('boolean') invented!: boolean;
  @Column('date', { name: 'valid_from' }) from!: string;
  @Column('date', { name: 'valid_to', nullable: true }) to!: string | null;
}

@Entity('org_people')
@Index('org_people_subject', ['issuer', 'subject'])
export class PersonRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text') issuer!: string;
  @Column('text') subject!: string;
  /** The day on which the account was closed; `null`: it is open. */
  @Column('date', { name: 'inactive_from', nullable: true }) inactiveFrom!: string | null;
}

/** Who holds a post from when until when: of one post at most one row a day. */
@Entity('org_tenures')
@Index('org_tenures_person', ['person'])
@Index('org_tenures_unit', ['unit'])
export class TenureRow {
  @PrimaryColumn('text') post!: string;
  @Column('text') unit!: string;
  @Column('text', { name: 'title_vi' }) titleVi!: string;
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { array: true }) roles!: Role[];
  /** Its holder is the head of the unit. */
  @Column('boolean') leads!: boolean;
  @Column('text') person!: string;
  @PrimaryColumn('date', { name: 'valid_from' }) from!: string;
  @Column('date', { name: 'valid_to', nullable: true }) to!: string | null;
}

@Entity('org_deputies')
@Index('org_deputies_deputy', ['deputy'])
@Index('org_deputies_post', ['post'])
export class DeputyRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') post!: string;
  @Column('text') deputy!: string;
  /** For whom; `null`: for whoever holds the post. */
  @Column('text', { nullable: true }) holder!: string | null;
  /** The head alone chose them. */
  @Column('boolean') alone!: boolean;
  @Column('date', { name: 'valid_from' }) from!: string;
  @Column('date', { name: 'valid_to' }) to!: string;
  /** The day on which it was taken back, where it was. */
  @Column('date', { name: 'revoked_from', nullable: true }) revokedFrom!: string | null;
}

export const organisationEntities = [UnitRow, PersonRow, TenureRow, DeputyRow];
