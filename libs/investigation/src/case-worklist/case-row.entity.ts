import type { CASE_LIST_COLUMNS, PetitionKind, Shown } from '@minh-bach/contracts';
import type { ListedClock } from '@minh-bach/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Received } from '../domain/case.state.ts';

/** A case as the worklists show it. */
@Entity('cases')
@Index('cases_of_unit', ['unit', 'open', 'dueAt', 'number'])
@Index('cases_by_due', ['dueAt', 'number'])
@Index('cases_by_day', ['acceptedOn', 'number'])
@Index('cases_words', ['words'], { type: 'gin' })
@Index('cases_to_guide', ['guidanceUnit', 'open', 'dueAt', 'number'])
@Index('cases_of_assignee', ['assignee', 'open', 'dueAt', 'number'])
export class CaseRow {
  @PrimaryColumn('text') number!: string;
  @Column('text', { array: true }) petitions!: string[];
  @Column('text') unit!: string;
  @Column('text') kind!: PetitionKind;
  @Column('integer') instance!: 1 | 2;
  @Column('text', { nullable: true }) gist!: string | null;
  @Column('date', { name: 'accepted_on' }) acceptedOn!: string;
  @Column('text', { nullable: true }) assignee!: string | null;
  /** The unit that was asked for guidance, and has not answered. */
  @Column('text', { name: 'guidance_unit', nullable: true }) guidanceUnit!: string | null;
  @Column('text') state!: Received['is'];
  /** When it was last reported to the level above why it is late. */
  @Column('text', { name: 'reported_on', nullable: true }) reportedOn!: string | null;
  /** The level above urged it, and it was not answered. */
  @Column('boolean', { name: 'awaits_report' }) awaitsReport!: boolean;
  /** What the list only shows: the contract declares its columns. */
  @Column('jsonb') shown!: Shown<typeof CASE_LIST_COLUMNS>;
  /** Still to be worked on here. */
  @Column('boolean') open!: boolean;
  /** `searchWords` of its numbers and its gist. */
  @Column('tsvector') words!: string;
  @Column('jsonb') clocks!: ListedClock[];
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
}
