import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matters1764000000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE matter_streams (matter text, stream text, PRIMARY KEY (matter, stream));
      CREATE TABLE stream_units (stream text PRIMARY KEY, unit text NOT NULL);
      CREATE INDEX stream_units_unit ON stream_units (unit);
      CREATE TABLE matter_respondents (stream text PRIMARY KEY, kind text, respondent_unit text);
      CREATE TABLE open_clocks (stream text, rule text, ends_at timestamptz NOT NULL, safe_ends_at timestamptz NOT NULL,
        clock jsonb NOT NULL, breached boolean NOT NULL, PRIMARY KEY (stream, rule));
      CREATE INDEX open_clocks_due ON open_clocks (breached, ends_at);
      CREATE TABLE breach_notices (stream text, rule text, due text, matter text NOT NULL, name jsonb NOT NULL,
        legal boolean NOT NULL, person text, unit text, deputy_for text, consequence jsonb,
        at timestamptz NOT NULL, PRIMARY KEY (stream, rule, due));
      CREATE INDEX breach_notices_person ON breach_notices (person, at);
      CREATE INDEX breach_notices_deputy_for ON breach_notices (deputy_for, at);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(
      'DROP TABLE matter_streams, stream_units, matter_respondents, open_clocks, breach_notices',
    );
  }
}
