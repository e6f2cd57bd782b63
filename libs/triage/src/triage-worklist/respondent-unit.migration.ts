import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filled by the rebuild that the projection's new version asks for. */
export class RespondentUnits1764200000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE triage_petitions ADD COLUMN respondent_unit text');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE triage_petitions DROP COLUMN respondent_unit');
  }
}
