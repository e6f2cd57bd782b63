import type { RatingReason, Stars } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a sender said of how a unit handled their petition; their words stay sealed in the log. */
@Entity('ratings')
@Index('ratings_of_unit', ['unit'])
export class RatingRow {
  @PrimaryColumn('text') petition!: string;
  @Column('text') unit!: string;
  @Column('integer') stars!: Stars;
  @Column('jsonb') reasons!: RatingReason[];
}
