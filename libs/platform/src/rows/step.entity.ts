import type { RecordedEvent } from '@minh-bach/kernel';
import { Column, PrimaryColumn } from 'typeorm';
import { ownerOf } from '../commands/read-stream.ts';
import { isoWeekOf } from './iso-week.ts';

/** One step of something that takes two persons: who took it. Each list of them adds what the step was. */
export abstract class StepRow {
  @PrimaryColumn('text') stream!: string;
  @PrimaryColumn('integer') revision!: number;
  @Column('text') petition!: string;
  @Column('text') week!: string;
  @Column('text') person!: string;
  /** The head for whom a deputy acted. */
  @Column('text', { name: 'deputy_for', nullable: true }) deputyFor!: string | null;
  /** For which the person acted. */
  @Column('text') unit!: string;
  @Column('timestamptz') at!: Date;
}

/** What an event says of a step, whatever the step was. */
export const stepTaken = ({
  stream,
  revision,
  metadata: { actor, recordedAt },
}: RecordedEvent): StepRow => ({
  stream,
  revision,
  petition: ownerOf(stream),
  week: isoWeekOf(recordedAt),
  person: actor.person,
  deputyFor: actor.deputyFor ?? null,
  unit: actor.unit,
  at: new Date(recordedAt),
});
