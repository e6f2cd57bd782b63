import type { RecordedEvent } from '@minh-bach/kernel';
import {
  Any,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
} from 'typeorm';
import { upsertRows } from './write-rows.ts';

/**
 * One row a stream, folded from its events: the rows that a batch touches are read once, changed in
 * memory and written once, however many events and rows the batch holds.
 *
 * @param key the column that holds the stream's key
 * @param keyOf the key of an event's row; `undefined` leaves the event out
 * @param evolve the row after the event; `undefined` before the first one
 */
export async function foldRows<Row extends ObjectLiteral>(
  manager: EntityManager,
  {
    entity,
    key,
    keyOf,
    evolve,
  }: {
    readonly entity: EntityTarget<Row>;
    readonly key: keyof Row & string;
    readonly keyOf: (recorded: RecordedEvent) => string | undefined;
    readonly evolve: (row: Row | undefined, recorded: RecordedEvent) => Row | undefined;
  },
  batch: readonly RecordedEvent[],
): Promise<void> {
  const touched = batch.flatMap((recorded) => {
    const value = keyOf(recorded);
    return value === undefined ? [] : [{ value, recorded }];
  });
  if (touched.length === 0) return;
  const keys = [...new Set(touched.map(({ value }) => value))];
  const known = await manager.find(entity, {
    where: { [key]: Any(keys) } as FindOptionsWhere<Row>,
  });
  const rows = new Map(known.map((row) => [String(row[key]), row] as const));
  for (const { value, recorded } of touched) {
    const row = evolve(rows.get(value), recorded);
    if (row) rows.set(value, row);
  }
  await upsertRows(manager, entity, [...rows.values()], [key]);
}
