import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reclassifications1764200000002 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE triage_reclassifications (stream text, revision integer, petition text NOT NULL,
        week text NOT NULL, step text NOT NULL, kind text NOT NULL, person text NOT NULL,
        unit text NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (stream, revision));
      CREATE INDEX triage_reclassifications_week ON triage_reclassifications (week, at);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE triage_reclassifications');
  }
}
