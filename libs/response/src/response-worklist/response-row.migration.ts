import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Responses1764400000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE responses (number text PRIMARY KEY, petitions text[] NOT NULL, unit text NOT NULL, gist text,
        concluded_on date NOT NULL, conclusion text NOT NULL, state text NOT NULL, decision_number text,
        open boolean NOT NULL, clocks jsonb NOT NULL, due_at timestamptz NOT NULL);
      CREATE INDEX responses_of_unit ON responses (unit, open, due_at, number);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE responses');
  }
}

/** A branch of many units is read in order of due dates: what is closed has none and comes last. */
export class ResponsesByDue1764400000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query('CREATE INDEX responses_by_due ON responses (due_at, number)');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP INDEX responses_by_due');
  }
}
