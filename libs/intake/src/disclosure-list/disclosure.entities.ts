import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

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
  /** All there were: a page shows those alone that the reader can explain by what they see. */
  @Column('integer') refused!: number;
  /** `null` where it was refused only. */
  @Column('timestamptz', { name: 'last_at', nullable: true }) lastAt!: Date | null;
}

/** That a person was refused one more opening, past the limit of the hour. */
@Entity('disclosure_refusals')
@Index('disclosure_refusals_row', ['person', 'week', 'petition'])
export class DisclosureRefusalRow {
  /** Of the event. */
  @PrimaryColumn('text') id!: string;
  @Column('text') week!: string;
  @Column('text') unit!: string;
  @Column('text') person!: string;
  @Column('text') petition!: string;
  @Column('text') purpose!: string;
  @Column('timestamptz') at!: Date;
  /** Matters in an hour. */
  @Column('integer', { name: 'at_most' }) atMost!: number;
}
