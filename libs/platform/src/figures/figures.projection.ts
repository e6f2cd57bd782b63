import type { Projection } from '@minh-bach/projections';
import { Any, type EntityManager } from 'typeorm';
import type { Counting } from '../counts/counted.ts';
import { upsertRows } from '../rows/write-rows.ts';
import { figure, type Change } from './figured.ts';
import { FiguredRow } from './figures.entities.ts';

/** The figures for everybody, kept as events come. */
export const figuresProjection = (counting: Counting): Projection => ({
  name: 'figures',
  version: 1,
  async apply(batch, manager) {
    const touched = batch.filter(({ stream }) => stream.startsWith(counting.prefix));
    if (touched.length === 0) return;
    const streams = [...new Set(touched.map(({ stream }) => stream))];
    const known = await manager.findBy(FiguredRow, { stream: Any(streams) });
    const matters = new Map(known.map(({ stream, figured }) => [stream, figured]));
    const changes: Change[] = [];
    for (const recorded of touched) {
      const after = figure(counting, matters.get(recorded.stream), recorded);
      if (!after) continue;
      matters.set(recorded.stream, after.is);
      changes.push(...after.changes);
    }
    const rows = [...matters].map(([stream, figured]) => {
      const { since, due, counted } = figured;
      return { stream, unit: counted.unit, since, due, figured };
    });
    await upsertRows(manager, FiguredRow, rows, ['stream']);
    await addUp(changes, manager);
  },
});

async function addUp(changes: readonly Change[], manager: EntityManager): Promise<void> {
  if (changes.length === 0) return;
  const taken = `json_to_recordset($1) AS sent (month text, what text, unit text, value integer, by integer)`;
  await manager.query(
    `INSERT INTO figures (month, what, unit, value, n)
     SELECT month, what, unit, value, sum(by) FROM ${taken} GROUP BY month, what, unit, value
     ON CONFLICT (month, what, unit, value) DO UPDATE SET n = figures.n + excluded.n`,
    [JSON.stringify(changes)],
  );
  await manager.query('DELETE FROM figures WHERE n = 0');
}
