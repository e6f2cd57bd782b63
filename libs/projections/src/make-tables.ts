import { Table, type DataSource } from 'typeorm';

/** One who waits for a lock lets nobody past: all others that read would wait with it. */
const LOCK_WITHIN = '1s';

/**
 * Makes the tables that the entities describe. A table that is there is only added to: processes of
 * older code may still use it. What else differs goes with the rebuild that a new version asks for; until
 * then an added column is null, where its entity names no default.
 *
 * @throws with SQLSTATE 55P03 where somebody uses a table for long: try again
 */
export async function makeTables(dataSource: DataSource): Promise<void> {
  const wanted = dataSource.entityMetadatas.map((each) => Table.create(each, dataSource.driver));
  await dataSource.transaction(async ({ queryRunner: run }) => {
    if (!run) throw new Error('a transaction has a query runner');
    await run.query(`SET LOCAL lock_timeout = '${LOCK_WITHIN}'`);
    const found = new Map(
      (await run.getTables(wanted.map(({ name }) => name))).map((table) => [table.name, table]),
    );
    for (const table of wanted) {
      const live = found.get(table.name);
      if (!live) {
        await run.createTable(table);
        continue;
      }
      for (const column of table.columns.filter(({ name }) => !live.findColumnByName(name))) {
        column.isNullable ||= column.default === undefined;
        await run.addColumn(live, column);
      }
      const known = new Set(live.indices.map(({ name }) => name));
      for (const index of table.indices.filter(({ name }) => !known.has(name)))
        await run.createIndex(live, index);
    }
  });
}
