import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Filled by the rebuild that the projection's new version asks for. */
export class DeputyHolders1764000000002 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE org_deputies ADD COLUMN holder text');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE org_deputies DROP COLUMN holder');
  }
}
