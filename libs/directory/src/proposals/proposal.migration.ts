import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Proposals1764200000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE TABLE directory_proposals (id text PRIMARY KEY, entry jsonb NOT NULL, before jsonb,
      revision integer NOT NULL, proposed_by text NOT NULL, proposed_at timestamptz NOT NULL,
      ends_at timestamptz NOT NULL, outcome text NOT NULL, decided_by text, decided_at timestamptz)`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE directory_proposals');
  }
}
