import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organisation1764000000000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      CREATE TABLE org_units (id text PRIMARY KEY, parent text, level text NOT NULL, name_vi text NOT NULL,
        name_en text NOT NULL, invented boolean NOT NULL, valid_from date NOT NULL, valid_to date);
      CREATE TABLE org_people (id text PRIMARY KEY, name text NOT NULL, issuer text NOT NULL,
        subject text NOT NULL, inactive_from date);
      CREATE INDEX org_people_subject ON org_people (issuer, subject);
      CREATE TABLE org_tenures (post text, unit text NOT NULL, title_vi text NOT NULL, title_en text NOT NULL,
        roles text[] NOT NULL, person text NOT NULL, valid_from date, valid_to date, PRIMARY KEY (post, valid_from));
      CREATE INDEX org_tenures_person ON org_tenures (person);
      CREATE INDEX org_tenures_unit ON org_tenures (unit);
      CREATE TABLE org_deputies (id text PRIMARY KEY, post text NOT NULL, deputy text NOT NULL,
        valid_from date NOT NULL, valid_to date NOT NULL, revoked_from date);
      CREATE INDEX org_deputies_deputy ON org_deputies (deputy);
      CREATE INDEX org_deputies_post ON org_deputies (post);`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE org_units, org_people, org_tenures, org_deputies');
  }
}
