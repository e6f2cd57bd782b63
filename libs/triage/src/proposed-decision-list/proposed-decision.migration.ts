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

/** In place of the table above, which held the reclassifications alone and is read by older code only. */
export class ProposedDecisions1764200000005 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE triage_proposed_decisions (stream text, revision integer, petition text NOT NULL,
        week text NOT NULL, step text NOT NULL, decision jsonb NOT NULL, person text NOT NULL,
        unit text NOT NULL, at timestamptz NOT NULL, PRIMARY KEY (stream, revision));
      CREATE INDEX triage_proposed_decisions_week ON triage_proposed_decisions (week, at);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE triage_proposed_decisions');
  }
}
