import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

/** Their number travels in two bytes: of a statement with more PostgreSQL understands nothing (08P01). */
const MAX_PARAMETERS = 65_535;

/**
 * Adds rows, or overwrites those with the same key. However many they are: one event may speak of more
 * rows than one statement takes.
 */
export async function upsertRows<Row extends ObjectLiteral>(
  to: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
  key: readonly (keyof Row & string)[],
): Promise<void> {
  for (const piece of piecesOf(to, entity, rows)) await to.upsert(entity, [...piece], [...key]);
}

/** Adds rows; those whose key is there already are left as they are. However many they are. */
export async function addRows<Row extends ObjectLiteral>(
  to: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Promise<void> {
  for (const piece of piecesOf(to, entity, rows))
    await to
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values([...piece])
      .orIgnore()
      .execute();
}

function* piecesOf<Row extends ObjectLiteral>(
  to: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Row[],
): Generator<readonly Row[]> {
  const { columns } = to.connection.getMetadata(entity);
  const most = Math.floor(MAX_PARAMETERS / columns.length);
  for (let from = 0; from < rows.length; from += most) yield rows.slice(from, from + most);
}
