import type { Projection } from '@minh-bach/projections';
import { Any, type EntityManager } from 'typeorm';
import { upsertRows } from '../rows/write-rows.ts';
import { talliesOf, type Counted, type Counting, type Tally } from './counted.ts';
import { CountedRow } from './counts.entities.ts';

/**
 * Figures that are kept as events come: each event changes those of its matter alone, so a page of figures
 * reads a few sums, however many matters there are.
 */
export const countsProjection = ({ prefix, evolve }: Counting): Projection => ({
  name: 'counts',
  version: 3,
  async apply(batch, manager) {
    const touched = batch.filter(({ stream }) => stream.startsWith(prefix));
    if (touched.length === 0) return;
    const streams = [...new Set(touched.map(({ stream }) => stream))];
    const known = await manager.findBy(CountedRow, { stream: Any(streams) });
    const before = new Map(known.map(({ stream, counted }) => [stream, counted]));
    const after = new Map(before);
    for (const recorded of touched) {
      const counted = evolve(after.get(recorded.stream), recorded);
      if (counted) after.set(recorded.stream, counted);
    }
    const changed = [...after].filter(([stream, counted]) => before.get(stream) !== counted);
    const rows = changed.map(([stream, counted]) => ({ stream, unit: counted.unit, counted }));
    await upsertRows(manager, CountedRow, rows, ['stream']);
    const was = changed.flatMap(([stream]) => before.get(stream) ?? []);
    await addUp(
      differenceOf(
        was,
        changed.map(([, counted]) => counted),
      ),
      manager,
    );
  },
});

type Difference = Tally & { readonly by: number };

function differenceOf(was: readonly Counted[], is: readonly Counted[]): Difference[] {
  const sums = new Map<string, Difference>();
  const add = (tally: Tally, by: number) => {
    const key = `${tally.what} ${tally.day} ${tally.unit} ${tally.kind}`;
    sums.set(key, { ...tally, by: (sums.get(key)?.by ?? 0) + by });
  };
  for (const tally of was.flatMap(talliesOf)) add(tally, -1);
  for (const tally of is.flatMap(talliesOf)) add(tally, 1);
  return [...sums.values()].filter(({ by }) => by !== 0);
}

async function addUp(differences: readonly Difference[], manager: EntityManager): Promise<void> {
  if (differences.length === 0) return;
  const sent = JSON.stringify(differences);
  const taken = `json_to_recordset($1) AS sent (what text, day date, unit text, kind text, by integer)`;
  await manager.query(
    `INSERT INTO tallies (what, day, unit, kind, n) SELECT what, day, unit, kind, by FROM ${taken}
     ON CONFLICT (what, day, unit, kind) DO UPDATE SET n = tallies.n + excluded.n`,
    [sent],
  );
  await manager.query(
    `DELETE FROM tallies t USING ${taken}
      WHERE t.n = 0 AND t.what = sent.what AND t.day = sent.day AND t.unit = sent.unit AND t.kind = sent.kind`,
    [sent],
  );
}
