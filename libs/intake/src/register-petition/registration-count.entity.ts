import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many petitions a person registered on a day of Việt Nam. */
@Entity('registration_counts')
export class RegistrationCountRow {
  @PrimaryColumn('text') person!: string;
  @PrimaryColumn('text') day!: string;
  @Column('integer') registered!: number;
}
