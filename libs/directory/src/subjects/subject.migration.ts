import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Subjects1764200000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE TABLE directory_subjects (issuer text, subject text, person text NOT NULL,
      PRIMARY KEY (issuer, subject))`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE directory_subjects');
  }
}
