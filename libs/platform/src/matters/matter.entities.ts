import type { ClockStarted, DeadlineBreached } from '@minh-bach/contracts';
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
  /** How it was counted, for those who are told that it ran out. */
  @Column('jsonb') clock!: ClockStarted;
  /** The event that started it: started again with the same last day, it is another clock. */
  @Column('text') started!: string;
}

/** A breach, the person who was told of it, and the day since which it is made good. */
@Entity('breach_notices')
@Index('breach_notices_person', ['person', 'endsAt'])
@Index('breach_notices_deputy_for', ['deputyFor', 'endsAt'])
@Index('breach_notices_told_unit', ['toldUnit', 'endsAt'])
export class BreachNoticeRow {
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('text') rule!: string;
  @PrimaryColumn('text') due!: string;
  @Column('text') matter!: string;
  @Column('jsonb') name!: { vi: string; en: string };
  @Column('text') law!: string;
  @Column('boolean') legal!: boolean;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  /** `null`: of an older event that told of a clock which this service no longer had. */
  @Column('jsonb', { nullable: true }) clock!: ClockStarted | null;
  @Column('text', { nullable: true }) person!: string | null;
  /** The unit whose head was told. A later head of that unit sees the notice, too. */
  @Column('text', { name: 'told_unit', nullable: true }) toldUnit!: string | null;
  /** That is late: whose matter it was by then. */
  @Column('text', { nullable: true }) unit!: string | null;
  /** The holder of the post in which `person` acts for a time. */
  @Column('text', { name: 'deputy_for', nullable: true }) deputyFor!: string | null;
  @Column('jsonb', { nullable: true }) consequence!: DeadlineBreached['data']['consequence'] | null;
  @Column('timestamptz') at!: Date;
  /** ISO date on which the late step was done, or the clock ended otherwise; `null`: it is still late. */
  @Column('text', { name: 'done_on', nullable: true }) doneOn!: string | null;
  /** When it was taken back, since the limit was another day. */
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
}

export const matterEntities = [MatterStreamRow, StreamUnitRow, OpenClockRow, BreachNoticeRow];
