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

/** Filled by the rebuild that the projection's new version asks for. */
export class AlarmStreams1764200000006 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`ALTER TABLE security_alarms ADD COLUMN stream text NOT NULL DEFAULT '',
      ALTER COLUMN person DROP NOT NULL, ALTER COLUMN by DROP NOT NULL;
      CREATE INDEX security_alarms_at ON security_alarms (at DESC, id)`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`DROP INDEX security_alarms_at;
      ALTER TABLE security_alarms DROP COLUMN stream`);
  }
}
