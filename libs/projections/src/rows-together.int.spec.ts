import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { RowsTogether } from './rows-together.ts';

@Entity('counts')
class CountRow {
  @PrimaryColumn('text') person!: string;
  @PrimaryColumn('text') day!: string;
  @Column('integer') registered!: number;
}

let database: TestDatabase;
let source: DataSource;
const asked: string[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  const say = { logQuery: (sql: string) => void asked.push(sql) };
  const quiet = () => undefined;
  source = await new DataSource({
    ...{ type: 'postgres', url: database.url, entities: [CountRow], synchronize: true },
    logging: true,
    logger: {
      ...{ ...say, logQueryError: quiet, logQuerySlow: quiet, logSchemaBuild: quiet },
      ...{ logMigration: quiet, log: quiet },
    },
  }).initialize();
  const row = (person: string, day: string, registered: number) => ({ person, day, registered });
  await source
    .getRepository(CountRow)
    .insert([row('an', '1', 1), row('an', '2', 2), row('binh', '1', 3)]);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

it('Rows that are asked for at the same time come by one statement, to each its own', async () => {
  const rows = new RowsTogether(source);
  asked.length = 0;
  const found = await Promise.all([
    rows.one(CountRow, { person: 'an', day: '2' }),
    rows.one(CountRow, { person: 'binh', day: '1' }),
    rows.one(CountRow, { person: 'binh', day: '2' }),
    rows.one(CountRow, { person: 'an', day: '2' }),
  ]);
  expect(found.map((row) => row?.registered)).toEqual([2, 3, undefined, 2]);
  expect(asked).toHaveLength(1);
});
