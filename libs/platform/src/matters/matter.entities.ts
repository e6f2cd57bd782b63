import type { DeadlineBreached } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Which streams of this service tell of a petition or a case. */
@Entity('matter_streams')
@Index('matter_streams_stream', ['stream'])
export class MatterStreamRow {
  @PrimaryColumn('text') matter!: string;
  @PrimaryColumn('text') stream!: string;
}

/** The unit whose matter a stream is: what decides who reaches it. */
@Entity('stream_units')
@Index('stream_units_unit', ['unit'])
export class StreamUnitRow {
  @PrimaryColumn('text') stream!: string;
  @Column('text') unit!: string;
}

/** The clocks that run. The watcher finds the overdue ones by `ends_at`. */
@Entity('open_clocks')
@Index('open_clocks_due', ['breached', 'endsAt'])
export class OpenClockRow {
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('text') rule!: string;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  /** By which worklists warn: the stricter of two texts. */
  @Column('timestamptz', { name: 'safe_ends_at' }) safeEndsAt!: Date;
  @Column('text') due!: string;
  @Column('boolean') legal!: boolean;
  @Column('boolean') breached!: boolean;
}

/** Who was told of what breach. */
@Entity('breach_notices')
@Index('breach_notices_person', ['person', 'at'])
@Index('breach_notices_deputy_for', ['deputyFor', 'at'])
export class BreachNoticeRow {
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('text') rule!: string;
  @PrimaryColumn('text') due!: string;
  @Column('text') matter!: string;
  @Column('jsonb') name!: { vi: string; en: string };
  @Column('boolean') legal!: boolean;
  @Column('text', { nullable: true }) person!: string | null;
  /** That is late: whose matter it was by then. */
  @Column('text', { nullable: true }) unit!: string | null;
  /** The holder of the post in which `person` acts for a time. */
  @Column('text', { name: 'deputy_for', nullable: true }) deputyFor!: string | null;
  @Column('jsonb', { nullable: true }) consequence!: DeadlineBreached['data']['consequence'] | null;
  @Column('timestamptz') at!: Date;
}

export const matterEntities = [MatterStreamRow, StreamUnitRow, OpenClockRow, BreachNoticeRow];
