import { AGE_BANDS, type countsSchema, type PetitionKind } from '@minh-bach/contracts';
import { DomainError, localDate, type Actor } from '@minh-bach/kernel';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { ListShield } from '../matters/shield.ts';
import { daysOfWeek, isoWeekOf, weekBefore } from '../rows/iso-week.ts';
import { unitRefs } from '../rows/references.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import { talliesOf, type Counted } from './counted.ts';
import { CountedRow } from './counts.entities.ts';

const WEEKS = 26;
const MONTHS = 12;
const DAY_MS = 86_400_000;

type Counts = z.infer<typeof countsSchema>;

/** A sum of tallies; what a grouping does not tell apart is `null`. */
interface Sum {
  readonly what: string;
  readonly day: string | null;
  readonly unit: string | null;
  readonly kind: PetitionKind | null;
  readonly n: number;
}

/** Sums of the units of a branch: what waits three times, by age, by state and kind, and by unit. */
const SUMS = `
  SELECT what, day::text, NULL AS unit, NULL AS kind, sum(n)::integer AS n FROM tallies
   WHERE unit = ANY($1) AND (what IN ('in', 'out') AND day >= $2
      OR what IN ('met:law', 'met:own', 'late:law', 'late:own') AND day >= $3) GROUP BY what, day
  UNION ALL
  SELECT CASE WHEN GROUPING(day) = 0 THEN 'age' WHEN GROUPING(unit) = 0 THEN 'open' ELSE what END,
         day::text, unit, kind, sum(n)::integer FROM tallies
   WHERE unit = ANY($1) AND what LIKE 'open:%' GROUP BY GROUPING SETS ((day), (what, kind), (unit))
  UNION ALL
  SELECT what, NULL, unit, NULL, sum(n)::integer FROM tallies
   WHERE unit = ANY($1) AND what IN ('due:law', 'due:own') AND day < $4 GROUP BY what, unit`;

/** From which days on the figures go, as of a day in Việt Nam. */
function periodOf(now: Date) {
  const today = localDate(now);
  const weeks = [isoWeekOf(now)];
  while (weeks.length < WEEKS) weeks.unshift(weekBefore(weeks[0]!));
  const [year, month] = today.split('-').map(Number) as [number, number];
  const months = Array.from({ length: MONTHS }, (_, i) =>
    new Date(Date.UTC(year, month - MONTHS + i, 1)).toISOString().slice(0, 7),
  );
  const days = weeks.map((week) => daysOfWeek(week).from);
  return { today, weeks, days, months };
}

type Period = ReturnType<typeof periodOf>;

/**
 * The figures of what this person sees in their lists, of their branch or a part of it. What is hidden from
 * them is taken out again, matter by matter, as the same moment has it: their sums are those of a world in
 * which it does not exist.
 *
 * @throws DomainError `NOT_FOUND` for a unit outside their branch
 */
export async function readCounts(
  service: ServiceRuntime,
  actor: Actor,
  asked: { readonly unit?: string },
): Promise<Counts> {
  const { shield, lists, organisation, clock } = service;
  const [kept] = await Promise.all([shield.forLists(actor), lists.fresh()]);
  const own = await organisation.unitsOfBranch(actor.unit);
  const seen = own.length > 0 ? own : [actor.unit];
  const top = asked.unit ?? actor.unit;
  if (!seen.includes(top)) throw new DomainError('NOT_FOUND');
  const units = top === actor.unit ? seen : await organisation.unitsOfBranch(top);
  const period = periodOf(clock.now());
  const sums = await lists.dataSource.transaction('REPEATABLE READ', async (manager) => [
    ...(await manager.query<Sum[]>(SUMS, [
      units,
      period.days[0],
      `${period.months[0]}-01`,
      period.today,
    ])),
    ...hiddenSums(await hiddenFrom(manager, kept, units), period),
  ]);
  const parents = new Map((await organisation.units()).map(({ id, parent }) => [id, parent]));
  const placed = sums.map((sum) => ({
    ...sum,
    unit: sum.unit && directlyBelow(top, sum.unit, parents),
  }));
  return figuresOf(placed, period, top, await unitRefs(organisation));
}

/** The unit under `top` to whose branch a unit belongs; of `top` itself, that one. */
function directlyBelow(
  top: string,
  unit: string,
  parents: ReadonlyMap<string, string | null>,
): string {
  let at = unit;
  // A line of units is short; it never comes round to itself, but a wrong one must not hang.
  for (let up = parents.get(at), n = 0; at !== top && up != null && n < 20; n += 1) {
    if (up === top) return at;
    at = up;
    up = parents.get(at);
  }
  return unit;
}

/** Few: the denunciations that may be about this person. */
async function hiddenFrom(
  manager: EntityManager,
  kept: ListShield,
  units: readonly string[],
): Promise<Counted[]> {
  const rows = await manager
    .createQueryBuilder(CountedRow, 'row')
    .where(kept.keeps('row.stream'), kept.parameters)
    .andWhere('row.unit = ANY(:units)', { units })
    .getMany();
  return rows.map(({ counted }) => counted);
}

/** What they add to each sum, to be taken away. */
function hiddenSums(hidden: readonly Counted[], { today }: Period): Sum[] {
  const none = { day: null, unit: null, kind: null, n: -1 };
  return hidden.flatMap(talliesOf).flatMap(({ what, day, unit, kind }): Sum[] => {
    if (what.startsWith('open:'))
      return [
        { ...none, what: 'age', day },
        { ...none, what, kind: kind === '' ? null : kind },
        { ...none, what: 'open', unit },
      ];
    if (what.startsWith('due:')) return day < today ? [{ ...none, what, unit }] : [];
    return [{ ...none, what, day }];
  });
}

function figuresOf(
  sums: readonly Sum[],
  { today, weeks, days, months }: Period,
  top: string,
  unitOf: Awaited<ReturnType<typeof unitRefs>>,
): Counts {
  const total = (what: string, is: (sum: Sum) => boolean = () => true): number =>
    sums.filter((sum) => sum.what === what && is(sum)).reduce((n, sum) => n + sum.n, 0);
  const ageOf = (day: string) => Math.floor((Date.parse(today) - Date.parse(day)) / DAY_MS);
  const inMonth = (what: string, month: string) =>
    total(what, ({ day }) => day?.slice(0, 7) === month);
  const stages = Map.groupBy(
    sums.filter(({ what }) => what.startsWith('open:')),
    ({ what, kind }) => `${what} ${kind}`,
  );
  const ids = [...new Set(sums.flatMap(({ unit }) => unit ?? []))].sort();
  return {
    asOf: today,
    unit: unitOf(top),
    weeks: weeks.map((week, i) => ({
      week,
      from: days[i]!,
      in: total('in', ({ day }) => day === days[i]),
      out: total('out', ({ day }) => day === days[i]),
    })),
    months: months.map((month) => ({
      month,
      law: { inTime: inMonth('met:law', month), late: inMonth('late:law', month) },
      internal: { inTime: inMonth('met:own', month), late: inMonth('late:own', month) },
    })),
    ages: AGE_BANDS.map(({ from, to }) => ({
      from,
      to,
      n: total('age', ({ day }) => {
        const age = ageOf(day ?? today);
        return Math.max(age, 0) >= from && (to === null || age <= to);
      }),
    })),
    // In an order of their own: that of the rows would tell of groups that are hidden.
    stages: [...stages.keys()]
      .sort()
      .map((stage) => stages.get(stage)!)
      .map((of) => ({
        state: of[0]!.what.slice('open:'.length),
        kind: of[0]!.kind!,
        n: of.reduce((n, sum) => n + sum.n, 0),
      }))
      .filter(({ n }) => n > 0),
    units: ids
      .map((id) => {
        const of = (what: string) => total(what, ({ unit }) => unit === id);
        return {
          unit: unitOf(id),
          open: of('open'),
          lateByLaw: of('due:law'),
          lateByTarget: of('due:own'),
        };
      })
      .filter(({ open }) => open > 0),
  };
}
