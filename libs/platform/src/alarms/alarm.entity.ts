import type { AlarmRaised } from '@minh-bach/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('security_alarms')
export class AlarmRow {
  /** Of the event. */
  @PrimaryColumn('text') id!: string;
  @Column('text') alarm!: AlarmRaised['data']['alarm'];
  @Column('text') person!: string;
  /** Who acted: of several powers, the administrator who gave them. */
  @Column('text') by!: string;
  @Column('timestamptz') at!: Date;
  @Column('jsonb') data!: AlarmRaised['data'];
}
