import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Every sign-in identity that the directory ever named, and whose it was first. */
@Entity('directory_subjects')
export class SubjectRow {
  @PrimaryColumn('text') issuer!: string;
  @PrimaryColumn('text') subject!: string;
  @Column('text') person!: string;
}
