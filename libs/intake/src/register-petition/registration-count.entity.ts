import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A petition that was registered; its instant by ISO. */
export interface Registered {
  readonly id: string;
  readonly stream: string;
  readonly at: string;
}

/** How many petitions a person registered on a day of Việt Nam. */
@Entity('registration_counts')
export class RegistrationCountRow {
  @PrimaryColumn('text') person!: string;
  @PrimaryColumn('text') day!: string;
  @Column('integer') registered!: number;
  /** All of them, while they are too few for an alarm. */
  @Column('jsonb') few!: readonly Registered[];
}
