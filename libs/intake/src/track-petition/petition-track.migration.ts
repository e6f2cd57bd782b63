import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PetitionTracks1764100000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE petition_tracks (petition text PRIMARY KEY, receipt_hash text NOT NULL, steps jsonb NOT NULL);
      CREATE UNIQUE INDEX petition_tracks_receipt ON petition_tracks (receipt_hash);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE petition_tracks');
  }
}
