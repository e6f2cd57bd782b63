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
@Index(['issuer', 'subject'])
export class PersonRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text') issuer!: string;
  @Column('text') subject!: string;
  @Column('boolean') active!: boolean;
}

@Entity('org_posts')
@Index(['person'])
@Index(['unit'])
export class PostRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') unit!: string;
  @Column('text', { name: 'title_vi' }) titleVi!: string;
  @Column('text', { name: 'title_en' }) titleEn!: string;
  @Column('text', { array: true }) roles!: Role[];
  @Column('text') person!: string;
  @Column('date', { name: 'valid_from' }) from!: string;
  @Column('date', { name: 'valid_to', nullable: true }) to!: string | null;
}

@Entity('org_deputies')
@Index(['deputy'])
export class DeputyRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') post!: string;
  @Column('text') deputy!: string;
  @Column('date', { name: 'valid_from' }) from!: string;
  @Column('date', { name: 'valid_to' }) to!: string;
  @Column('boolean') revoked!: boolean;
}

export const organisationEntities = [UnitRow, PersonRow, PostRow, DeputyRow];
