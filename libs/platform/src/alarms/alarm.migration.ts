import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Alarms1764200000002 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`CREATE TABLE security_alarms (id text PRIMARY KEY, alarm text NOT NULL,
      person text NOT NULL, by text NOT NULL, at timestamptz NOT NULL, data jsonb NOT NULL)`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE security_alarms');
  }
}
