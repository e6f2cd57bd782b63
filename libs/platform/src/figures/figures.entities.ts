import type { FigureName } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Figured } from './figured.ts';

/** A matter as the public figures have it. */
@Entity('figured_matters')
export class FiguredRow {
  @PrimaryColumn('text') stream!: string;
  @Column('text') unit!: string;
  @Column('date') since!: string;
  /** What waits with a limit alone can be late. */
  @Index('figured_due', { where: 'due IS NOT NULL' })
  @Column('date', { nullable: true })
  due!: string | null;
  @Column('jsonb') figured!: Figured;
}

/** One figure of a month and a unit. */
@Entity('figures')
export class FigureRow {
  @PrimaryColumn('text') month!: string;
  @PrimaryColumn('text') what!: FigureName;
  @PrimaryColumn('text') unit!: string;
  @PrimaryColumn('integer') value!: number;
  @Column('integer') n!: number;
}

export const figuresEntities = [FiguredRow, FigureRow];
