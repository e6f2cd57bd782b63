import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TriagePetitions1764200000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE triage_petitions (petition text PRIMARY KEY, unit text NOT NULL, kind text NOT NULL, gist text,
        sender_kind text NOT NULL, respondent_unit text, received_on date NOT NULL, state text NOT NULL, open boolean NOT NULL,
        clocks jsonb NOT NULL, due_at timestamptz NOT NULL);
      CREATE INDEX triage_petitions_worklist ON triage_petitions (unit, open, due_at, petition);
      CREATE INDEX triage_petitions_by_due ON triage_petitions (due_at, petition);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE triage_petitions');
  }
}

export class HandledAbove1764200000003 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE triage_petitions ADD COLUMN handled_above text');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE triage_petitions DROP COLUMN handled_above');
  }
}

export class AwaitedConfirmations1764200000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(
      'ALTER TABLE triage_petitions ADD COLUMN awaits_confirmation boolean NOT NULL DEFAULT false',
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE triage_petitions DROP COLUMN awaits_confirmation');
  }
}

export class HandledByNobody1764200000004 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(
      'ALTER TABLE triage_petitions ADD COLUMN nobody_handles boolean NOT NULL DEFAULT false',
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE triage_petitions DROP COLUMN nobody_handles');
  }
}

export class ShownColumns1764200000007 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(
      `ALTER TABLE triage_petitions ADD COLUMN shown jsonb NOT NULL DEFAULT '{}'::jsonb`,
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('ALTER TABLE triage_petitions DROP COLUMN shown');
  }
}
