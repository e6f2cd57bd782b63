import type { Conclusion, PetitionKind, RESPONSE_LIST_COLUMNS, Shown } from '@minh-bach/contracts';
import type { ListedClock } from '@minh-bach/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Requested } from '../domain/case.decider.ts';

/** A concluded case as the clerks' worklist shows it. */
@Entity('responses')
@Index('responses_of_unit', ['unit', 'open', 'dueAt', 'number'])
@Index('responses_by_due', ['dueAt', 'number'])
@Index('responses_by_day', ['concludedOn', 'number'])
@Index('responses_words', ['words'], { type: 'gin' })
export class ResponseRow {
  @PrimaryColumn('text') number!: string;
  @Column('text', { array: true }) petitions!: string[];
  @Column('text') unit!: string;
  @Column('text') kind!: PetitionKind;
  @Column('integer') instance!: 1 | 2;
  @Column('text', { nullable: true }) gist!: string | null;
  @Column('date', { name: 'concluded_on' }) concludedOn!: string;
  @Column('text') conclusion!: Conclusion;
  @Column('text') state!: Requested['is'];
  @Column('text', { name: 'decision_number', nullable: true }) decisionNumber!: string | null;
  /** When it was last reported to the level above why it is late. */
  @Column('text', { name: 'reported_on', nullable: true }) reportedOn!: string | null;
  /** The level above urged it, and it was not answered. */
  @Column('boolean', { name: 'awaits_report' }) awaitsReport!: boolean;
  /** What the list only shows: the contract declares its columns. */
  @Column('jsonb') shown!: Shown<typeof RESPONSE_LIST_COLUMNS>;
  @Column('boolean') open!: boolean;
  /** `searchWords` of its numbers and its gist. */
  @Column('tsvector') words!: string;
  @Column('jsonb') clocks!: ListedClock[];
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
}
