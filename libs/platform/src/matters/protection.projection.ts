import type { RecordedEvent } from '@minh-bach/kernel';
import type { Projection } from '@minh-bach/projections';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { foldRows } from '../rows/fold-rows.ts';
import {
  PROTECTING_STREAMS,
  evolveProtection,
  petitionsOf,
  unprotected,
  type Protection,
} from './protection.ts';

@Entity('protections')
export class ProtectionRow implements Protection {
  @PrimaryColumn('text') petition!: string;
  @Column('boolean', { name: 'is_denunciation' }) isDenunciation!: boolean;
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('text', { array: true, nullable: true }) units!: readonly string[] | null;
  @Column('text', { array: true, nullable: true }) people!: readonly string[] | null;
  @Column('text', { name: 'ever_units', array: true }) everUnits!: readonly string[];
  @Column('text', { name: 'ever_people', array: true }) everPeople!: readonly string[];
  @Column('text', { name: 'added_unit', nullable: true }) addedUnit!: string | null;
  @Column('integer', { name: 'decided_up_to' }) decidedUpTo!: number;
}

export class Protections1764000000003 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE protections (petition text PRIMARY KEY, is_denunciation boolean NOT NULL, unit text, units text[],
        people text[], ever_units text[] NOT NULL, ever_people text[] NOT NULL);
      CREATE INDEX protections_denunciations ON protections (petition) WHERE is_denunciation;
      CREATE INDEX matter_streams_stream ON matter_streams (stream);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP INDEX matter_streams_stream; DROP TABLE protections');
  }
}

/** Filled by the rebuild that the projection's new version asks for. */
export class ProtectionsUpTo1764000000004 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE protections ADD COLUMN decided_up_to integer NOT NULL DEFAULT -1');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE protections DROP COLUMN decided_up_to');
  }
}

/** Filled by the rebuild that the projection's new version asks for. */
export class ProtectionsAddedUnit1764000000006 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE protections ADD COLUMN added_unit text');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE protections DROP COLUMN added_unit');
  }
}

type Said = RecordedEvent & { readonly about: string };

/** One row a petition, from the log of every service that says something of it. */
export const protectionProjection: Projection = {
  name: 'protections',
  version: 5,
  follows: PROTECTING_STREAMS,
  apply: (batch, manager) =>
    foldRows<ProtectionRow>(
      manager,
      {
        entity: ProtectionRow,
        key: 'petition',
        keyOf: (recorded) => (recorded as Said).about,
        evolve: (row, recorded) =>
          evolveProtection(row ?? unprotected((recorded as Said).about), recorded),
      },
      batch.flatMap((recorded) =>
        petitionsOf(recorded).map((about): Said => ({ ...recorded, about })),
      ),
    ),
};
