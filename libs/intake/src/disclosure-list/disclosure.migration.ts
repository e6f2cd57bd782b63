import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Disclosures1764100000001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE disclosure_counts (week text, unit text, person text, petition text, purpose text,
        opened integer NOT NULL, refused integer NOT NULL, last_at timestamptz,
        PRIMARY KEY (week, unit, person, petition, purpose));`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE disclosure_counts');
  }
}
