import type { FigureLine, FigureName, Figures, PublicFigures } from '@minh-bach/contracts';

/** Fewer than these are hidden: somebody who knows one of them would know of the others. */
const LEAST = 5;
/** A share of fewer than these is none: its bound would say nothing. */
const LEAST_SHARED = 20;
const MOST_HIDDEN = LEAST - 1;

type Sums = Figures['sums'];

const worked = new WeakMap<readonly Figures[], Map<string, PublicFigures>>();

/**
 * Figures of a month from all services, with no small number, and none that follows from others. Worked out
 * once for what was told: everybody may ask, as often as they like.
 */
export function publicFigures(told: readonly Figures[], month: string): PublicFigures {
  const months = worked.get(told) ?? new Map<string, PublicFigures>();
  worked.set(told, months);
  const known = months.get(month);
  if (known) return known;
  const shown = workOut(told, month);
  // Others than those that there are would fill the memory.
  if (shown.months.includes(month)) months.set(month, shown);
  return shown;
}

function workOut(told: readonly Figures[], month: string): PublicFigures {
  const units = (told[0]?.units ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const all = told.flatMap(({ sums }) => sums.filter((sum) => sum.month === month && sum.n > 0));
  // Of a unit without any number nothing is hidden: one that comes later changes no month that is over.
  const ofUnit = Map.groupBy(all, ({ unit }) => unit);
  const ids = [...ofUnit.keys()].sort();
  const of = (sums: Sums, what: FigureName) =>
    sums.reduce((n, sum) => (sum.what === what ? n + sum.n : n), 0);
  const masked = (...names: FigureName[]) => {
    const { cells, total } = maskedTogether(
      ids.map((id) => names.map((name) => of(ofUnit.get(id)!, name))),
    );
    const byUnit = new Map(ids.map((id, i) => [id, cells[i]!]));
    const none = names.map(() => null);
    return (unit?: string) => (unit === undefined ? total : (byUnit.get(unit) ?? none));
  };
  const received = masked('received');
  const settled = masked('settled');
  const late = masked('late');
  const outcomes = masked('upheld', 'partly_upheld', 'dismissed');
  const lineOf = (sums: Sums, unit?: string): FigureLine => {
    const isSettledShown = settled(unit)[0] !== null;
    const [upheld, partlyUpheld, dismissed] = outcomes(unit) as (number | null)[];
    return {
      received: received(unit)[0] ?? null,
      settled: settled(unit)[0] ?? null,
      inTime: isSettledShown ? shareOf(of(sums, 'inTime'), of(sums, 'limited')) : null,
      late: late(unit)[0] ?? null,
      medianDays: isSettledShown ? medianOf(sums) : null,
      upheld: upheld ?? null,
      partlyUpheld: partlyUpheld ?? null,
      dismissed: dismissed ?? null,
    };
  };
  return {
    month,
    closedOn: lastOf(month),
    months: monthsWith(told),
    total: lineOf(all),
    units: units.map(({ id, name }) => ({ id, name, ...lineOf(ofUnit.get(id) ?? [], id) })),
  };
}

/**
 * The numbers of some columns and their totals, with `null` for what is hidden. A line shows all of these
 * columns or none: where they are parts of another number, one that is hidden alone would follow from the
 * others. What is hidden is never one line alone, which the total would tell, and in no column's sum small
 * or as large as small ones can be.
 */
export function maskedTogether(lines: readonly (readonly number[])[]): {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly total: readonly (number | null)[];
} {
  const sumOf = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  const columns = lines[0]?.map((_, column) => column) ?? [];
  const hidden = new Set([...lines.keys()].filter((i) => lines[i]!.some((n) => n < LEAST)));
  const rest = [...lines.keys()]
    .filter((i) => !hidden.has(i))
    .sort((a, b) => sumOf(lines[a]!) - sumOf(lines[b]!) || a - b);
  const isTold = () =>
    hidden.size === 1 ||
    (hidden.size > 0 &&
      columns.some((column) => {
        const sum = sumOf([...hidden].map((i) => lines[i]![column]!));
        return sum < LEAST || sum === hidden.size * MOST_HIDDEN;
      }));
  while (isTold() && rest.length > 0) hidden.add(rest.shift()!);
  const totals = columns.map((column) => sumOf(lines.map((line) => line[column]!)));
  const isTotalHidden = totals.some((n) => n < LEAST) || (isTold() && hidden.size > 1);
  return {
    cells: lines.map((line, i) => line.map((n) => (hidden.has(i) ? null : n))),
    total: totals.map((n) => (isTotalHidden ? null : n)),
  };
}

/** In whole per cent; a part of fewer than five is told as if it were four. */
export function shareOf(part: number, whole: number): FigureLine['inTime'] {
  if (whole < LEAST_SHARED) return null;
  const others = whole - part;
  if (others < LEAST)
    return { percent: Math.floor((100 * (whole - MOST_HIDDEN)) / whole), is: 'at_least' };
  if (part < LEAST) return { percent: Math.ceil((100 * MOST_HIDDEN) / whole), is: 'at_most' };
  return { percent: Math.round((100 * part) / whole), is: 'exactly' };
}

function medianOf(sums: Sums): number | null {
  const days = sums.filter(({ what }) => what === 'days').sort((a, b) => a.value - b.value);
  const total = days.reduce((n, one) => n + one.n, 0);
  if (total < LEAST) return null;
  let before = 0;
  return days.find(({ n }) => (before += n) * 2 >= total)?.value ?? null;
}

/** From the first month in which anything was counted on; the last one that is over is always there. */
function monthsWith(told: readonly Figures[]): string[] {
  const months = told[0]?.months ?? [];
  const first = told.flatMap(({ sums }) => sums.map(({ month }) => month)).sort()[0];
  return months.filter((month, i) => i === 0 || (first !== undefined && month >= first));
}

function lastOf(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
