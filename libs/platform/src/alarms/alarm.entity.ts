import type { AlarmKind, AlarmRaised } from '@minh-bach/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('security_alarms')
@Index('security_alarms_at', ['at', 'id'])
@Index('security_alarms_person', ['person', 'at'])
export class AlarmRow {
  /** Of the event. */
  @PrimaryColumn('text') id!: string;
  @Column('text') alarm!: AlarmKind;
  /** Where the event stands, or of its petition: alarms of a denunciation are kept from its respondents. */
  @Column('text', { default: '' }) stream!: string;
  @Column('text', { nullable: true }) person!: string | null;
  /** Who acted: of several powers, the administrator who gave them; of a call for a head, the deputy. */
  @Column('text', { nullable: true }) by!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('jsonb') data!: Pick<AlarmRaised['data'], 'roles' | 'unit'> & {
    /** Of an opening: since when the service knows the account. */
    readonly accountSince?: string;
  };
  /** No alarm by itself: those that a reader may see add up to alarms. */
  @Column('boolean', { name: 'is_part', default: false }) isPart!: boolean;
}
