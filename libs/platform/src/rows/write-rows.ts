import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Rows a statement: one event may speak of more rows than one value should hold. */
const MOST_ROWS = 1_000;

/** Adds rows, or overwrites those with the same key. However many they are. */
export async function upsertRows<Row extends ObjectLiteral>(
  to: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
  key: readonly (keyof Row & string)[],
): Promise<void> {
  await insertRows(to, entity, rows, key);
}

/** Adds rows; those whose key is there already are left as they are. However many they are. */
export async function addRows<Row extends ObjectLiteral>(
  to: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  await insertRows(to, entity, rows);
}

/**
 * All rows travel as one JSON value, which the server takes apart by the types of the columns: a builder
 * of `VALUES` takes longer for its parameters than the server does for the rows. A column that no row
 * has gets its default; what some rows lack is null, and refused where the column does not take it.
 */
async function insertRows<Row extends ObjectLiteral>(
  to: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
  key?: readonly string[],
): Promise<void> {
  const { columns, tablePath } = to.connection.getMetadata(entity);
  const { driver } = to.connection;
  for (let from = 0; from < rows.length; from += MOST_ROWS) {
    const piece = rows.slice(from, from + MOST_ROWS);
    const written = columns
      .filter(({ propertyName }) => piece.some((row) => row[propertyName] !== undefined))
      .map((column) => {
        const type = driver.normalizeType(column) + (column.isArray ? '[]' : '');
        // JSON has no bytes: they would arrive as other ones.
        if (type.startsWith('bytea')) throw new Error(`${tablePath}: rows with bytes`);
        const property = column.propertyName;
        return { property, name: driver.escape(column.databaseName), type };
      });
    const names = written.map(({ name }) => name).join(', ');
    // By property: a property has one name in all rows, and needs no renaming.
    const fields = written.map(({ property, type }) => `${driver.escape(property)} ${type}`);
    const taken = written.map(({ property }) => driver.escape(property)).join(', ');
    await to.query(
      `INSERT INTO ${driver.escape(tablePath)} (${names})
       SELECT ${taken} FROM json_to_recordset($1) AS sent (${fields.join(', ')})
       ON CONFLICT ${onConflict(written, key)}`,
      [JSON.stringify(piece)],
    );
  }
}

function onConflict(
  written: readonly { readonly property: string; readonly name: string }[],
  key: readonly string[] | undefined,
): string {
  if (!key) return 'DO NOTHING';
  const isKey = ({ property }: { property: string }) => key.includes(property);
  const target = written.filter(isKey).map(({ name }) => name);
  const others = written.filter((column) => !isKey(column));
  const set = others.map(({ name }) => `${name} = excluded.${name}`);
  return `(${target.join(', ')}) DO ${set.length > 0 ? `UPDATE SET ${set.join(', ')}` : 'NOTHING'}`;
}
