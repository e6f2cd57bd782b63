import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a person opened the identity of a petition in a week, and for what. */
@Entity('disclosure_counts')
export class DisclosureCountRow {
  @PrimaryColumn('text') week!: string;
  /** For which the person acted. */
  @PrimaryColumn('text') unit!: string;
  @PrimaryColumn('text') person!: string;
  @PrimaryColumn('text') petition!: string;
  @PrimaryColumn('text') purpose!: string;
  @Column('integer') opened!: number;
  @Column('integer') refused!: number;
  /** `null` where it was refused only. */
  @Column('timestamptz', { name: 'last_at', nullable: true }) lastAt!: Date | null;
}
