import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Cases1764300000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE cases (number text PRIMARY KEY, petitions text[] NOT NULL, unit text NOT NULL, kind text NOT NULL,
        gist text, accepted_on date NOT NULL, assignee text, state text NOT NULL, open boolean NOT NULL,
        clocks jsonb NOT NULL, due_at timestamptz NOT NULL);
      CREATE INDEX cases_of_unit ON cases (unit, open, due_at, number);
      CREATE INDEX cases_of_assignee ON cases (assignee, open, due_at, number);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE cases');
  }
}

/** A branch of many units is read in order of due dates: what is closed has none and comes last. */
export class CasesByDue1764300000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('CREATE INDEX cases_by_due ON cases (due_at, number)');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP INDEX cases_by_due');
  }
}
