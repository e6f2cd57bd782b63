import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@minh-bach/testing';
import { Column, DataSource, Entity, Index, PrimaryColumn } from 'typeorm';
import { makeTables } from './make-tables.ts';

@Entity('worklist')
class Before {
  @PrimaryColumn('text') number!: string;
  @Column('text') left!: string;
}

@Entity('worklist')
@Index('worklist_by_state', ['state'])
@Index('worklist_open', ['number'], { where: 'open' })
class After {
  @PrimaryColumn('text') number!: string;
  @Column('text') state!: string;
  @Column('boolean', { default: true }) open!: boolean;
}

let database: TestDatabase;
const sources: DataSource[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  const source = new DataSource({ type: 'postgres', url: database.url });
  await source.initialize();
  await source.query('CREATE SCHEMA fresh; CREATE SCHEMA grown');
  await source.destroy();
});
afterEach(() => Promise.all(sources.splice(0).map((each) => each.destroy())));
afterAll(() => database.drop());

async function tablesOf(entity: new () => object, schema: string): Promise<DataSource> {
  const options = `-c search_path=${schema}`;
  const source = new DataSource({
    ...{ type: 'postgres', url: database.url, entities: [entity], extra: { options } },
  });
  await source.initialize();
  sources.push(source);
  await makeTables(source);
  return source;
}

/** The statements by which TypeORM would still change the tables. */
async function different(source: DataSource): Promise<string[]> {
  const { upQueries } = await source.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

it('makes what the entities describe, once', async () => {
  const source = await tablesOf(After, 'fresh');
  expect(await different(source)).toEqual([]);
  await tablesOf(After, 'fresh');
  expect(await different(source)).toEqual([]);
});

it('adds to a table what an older process, which writes on, need not know, and takes nothing away', async () => {
  const old = await tablesOf(Before, 'grown');
  const write = (number: string) =>
    old.query('INSERT INTO worklist (number, "left") VALUES ($1, $2)', [number, 'kept']);
  await write('1');
  const source = await tablesOf(After, 'grown');
  await write('2');
  expect(await source.query('SELECT * FROM worklist ORDER BY number')).toEqual([
    { number: '1', left: 'kept', state: null, open: true },
    { number: '2', left: 'kept', state: null, open: true },
  ]);
  const indexes: { name: string }[] = await source.query(
    `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'grown' AND indexname LIKE 'worklist%' ORDER BY 1`,
  );
  expect(indexes.map(({ name }) => name)).toEqual(['worklist_by_state', 'worklist_open']);
});
