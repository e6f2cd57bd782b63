import type { Conclusion, PetitionKind } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A decision that is public, as everybody may read it; no row once it is taken back. */
@Entity('published_decisions')
@Index('published_latest', ['publishedOn', 'id'])
export class PublishedRow {
  @PrimaryColumn('text') case!: string;
  /** Of the event that made it public: it leads to no file. */
  @Column('text') id!: string;
  @Column('text', { array: true }) petitions!: string[];
  @Column('text') unit!: string;
  @Column('text') kind!: PetitionKind;
  @Column('integer') instance!: 1 | 2;
  @Column('text') conclusion!: Conclusion;
  @Column('date', { name: 'issued_on' }) issuedOn!: string;
  @Column('date', { name: 'published_on' }) publishedOn!: string;
  @Column('text') text!: string;
}
