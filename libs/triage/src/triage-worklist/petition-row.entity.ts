import type { PetitionKind, PetitionOutcome, Shown, TRIAGE_COLUMNS } from '@minh-bach/contracts';
import type { ListedClock } from '@minh-bach/platform';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Taken } from '../domain/petition.state.ts';

/** A petition as the worklist shows it. The gist is the one line of its content in clear. */
@Entity('triage_petitions')
@Index('triage_petitions_worklist', ['unit', 'open', 'dueAt', 'petition'])
@Index('triage_petitions_by_due', ['dueAt', 'petition'])
@Index('triage_petitions_by_day', ['receivedOn', 'petition'])
@Index('triage_petitions_to_confirm', ['unit'], { where: 'awaits_confirmation' })
@Index('triage_petitions_words', ['words'], { type: 'gin' })
export class PetitionRow {
  @PrimaryColumn('text') petition!: string;
  @Column('text') unit!: string;
  @Column('text', { name: 'respondent_unit', nullable: true }) respondentUnit!: string | null;
  @Column('text') kind!: PetitionKind;
  @Column('text', { nullable: true }) gist!: string | null;
  @Column('text', { name: 'sender_kind' }) senderKind!: 'individual' | 'enterprise' | 'agency';
  @Column('date', { name: 'received_on' }) receivedOn!: string;
  /** The earliest day on which it was ever said to have been received. */
  @Column('date', { name: 'kept_since' }) keptSince!: string;
  @Column('text') state!: Taken['is'];
  /** What became of it since it was decided. */
  @Column('text', { nullable: true }) outcome!: PetitionOutcome | null;
  /** Of the complaint that was accepted. */
  @Column('integer', { nullable: true }) instance!: 1 | 2 | null;
  /** A second person has to confirm what one proposes. */
  @Column('boolean', { name: 'awaits_confirmation' }) awaitsConfirmation!: boolean;
  /** The unit that handles it in place of its own. */
  @Column('text', { name: 'handled_above', nullable: true }) handledAbove!: string | null;
  /** Nobody in its unit or above may handle it. */
  @Column('boolean', { name: 'nobody_handles' }) nobodyHandles!: boolean;
  /** When it was last reported to the level above why it is late. */
  @Column('text', { name: 'reported_on', nullable: true }) reportedOn!: string | null;
  /** The level above urged it, and it was not answered. */
  @Column('boolean', { name: 'awaits_report' }) awaitsReport!: boolean;
  /** What the list only shows: the contract declares its columns. */
  @Column('jsonb') shown!: Shown<typeof TRIAGE_COLUMNS>;
  /** No decision yet. */
  @Column('boolean') open!: boolean;
  /** `searchWords` of its number and its gist. */
  @Column('tsvector') words!: string;
  @Column('jsonb') clocks!: ListedClock[];
  /** The strictest end of the running clocks; far behind all of them when none runs. */
  @Column('timestamptz', { name: 'due_at' }) dueAt!: Date;
}
