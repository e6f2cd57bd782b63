import type { Figures } from '@minh-bach/contracts';
import { localDate } from '@minh-bach/kernel';
import { unitRefs } from '../rows/references.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { firstOfNext } from './figured.ts';

const MONTHS = 12;

/** What ended late in a month stands in its sums; what is late still, in the matters themselves. */
const SUMS = `
  SELECT what, month, unit, value, sum(n)::integer AS n FROM (
    SELECT what, month, unit, value, n FROM figures WHERE month = ANY($1)
    UNION ALL
    SELECT 'late', month, unit, 0, count(*)
      FROM figured_matters, unnest($1::text[], $2::date[]) AS ended (month, next)
     WHERE due IS NOT NULL AND due < next AND since < next GROUP BY month, unit
  ) both_kinds GROUP BY what, month, unit, value ORDER BY month, what, unit, value`;

/** Months that are over on a day, the latest first. */
function monthsBefore(today: string): string[] {
  const [year, month] = today.split('-').map(Number) as [number, number];
  return Array.from({ length: MONTHS }, (_, i) =>
    new Date(Date.UTC(year, month - 2 - i, 1)).toISOString().slice(0, 7),
  );
}

/** Of months that are over, which no event changes any more: of all units, without denunciations. */
export async function readFigures(service: ServiceRuntime): Promise<Figures> {
  const { lists, organisation, clock } = service;
  await lists.fresh();
  const months = monthsBefore(localDate(clock.now()));
  const sums = await lists.dataSource.query<Figures['sums']>(SUMS, [
    months,
    months.map(firstOfNext),
  ]);
  const unitOf = await unitRefs(organisation);
  const units = (await organisation.units()).map(({ id }) => unitOf(id));
  return { units, months, sums };
}
