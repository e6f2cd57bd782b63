import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event by which a petition was registered. */
export interface Registered {
  readonly id: string;
  readonly stream: string;
  /** ISO instant. */
  readonly at: string;
}

/** How many petitions a person registered on a day of Việt Nam. */
@Entity('registration_counts')
export class RegistrationCountRow {
  @PrimaryColumn('text') person!: string;
  @PrimaryColumn('text') day!: string;
  @Column('integer') registered!: number;
  /** All of them while they are too few for an alarm; then none, since each is a row of the alarms. */
  @Column('jsonb') few!: readonly Registered[];
}
