import type { FigureLine, FigureName, Figures, PublicFigures } from '@minh-bach/contracts';

/** Fewer than these are hidden: somebody who knows one of them would know of the others. */
const LEAST = 5;
/** A share of fewer than these is none: its bound would say nothing. */
const LEAST_SHARED = 20;
const MOST_HIDDEN = LEAST - 1;

type Sums = Figures['sums'];

/** Figures of a month from all services, with no small number, and none that follows from others. */
export function publicFigures(told: readonly Figures[], month: string): PublicFigures {
  const units = (told[0]?.units ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const sums = told.flatMap((one) => one.sums).filter((sum) => sum.month === month);
  const of = (what: FigureName, unit?: string) =>
    sums
      .filter((sum) => sum.what === what && (unit === undefined || sum.unit === unit))
      .reduce((n, sum) => n + sum.n, 0);
  const column = (what: FigureName) => {
    // A unit that is no more has no line of its own: it is one of those that are hidden.
    const ids = [...new Set([...units.map(({ id }) => id), ...sums.map(({ unit }) => unit)])];
    const shown = maskedColumn(ids.map((id) => of(what, id)));
    return {
      total: shown.total,
      of: new Map(ids.map((id, i) => [id, shown.cells[i] ?? null])),
    };
  };
  const received = column('received');
  const settled = column('settled');
  const late = column('late');
  const outcomes = [column('upheld'), column('partly_upheld'), column('dismissed')] as const;
  const lineOf = (unit?: string): FigureLine => {
    const cell = ({ total, of: cells }: typeof received) =>
      unit === undefined ? total : (cells.get(unit) ?? null);
    const isSettledShown = cell(settled) !== null;
    const [upheld, partlyUpheld, dismissed] = outcomes.map(cell) as [
      ...[number | null, number | null, number | null],
    ];
    return {
      received: cell(received),
      settled: cell(settled),
      inTime: isSettledShown ? shareOf(of('inTime', unit), of('limited', unit)) : null,
      late: cell(late),
      medianDays: isSettledShown ? medianOf(sums, unit) : null,
      ...{ upheld, partlyUpheld, dismissed },
    };
  };
  return {
    month,
    closedOn: lastOf(month),
    months: monthsWith(told),
    total: lineOf(),
    units: units.map(({ id, name }) => ({ id, name, ...lineOf(id) })),
  };
}

/**
 * The numbers of one column and their total, with `null` for what is hidden. What is hidden is never one
 * number alone, which the total would tell, and in sum neither small nor as large as small ones can be.
 */
export function maskedColumn(numbers: readonly number[]): {
  readonly cells: readonly (number | null)[];
  readonly total: number | null;
} {
  const total = numbers.reduce((a, b) => a + b, 0);
  const hidden = new Set(numbers.flatMap((n, i) => (n < LEAST ? [i] : [])));
  const rest = numbers
    .map((n, i) => ({ n, i }))
    .filter(({ n }) => n >= LEAST)
    .sort((a, b) => a.n - b.n || a.i - b.i);
  const sum = () => [...hidden].reduce((all, i) => all + numbers[i]!, 0);
  const isTold = () =>
    hidden.size > 0 && (hidden.size === 1 || sum() < LEAST || sum() === hidden.size * MOST_HIDDEN);
  while (isTold() && rest.length > 0) hidden.add(rest.shift()!.i);
  return {
    cells: numbers.map((n, i) => (hidden.has(i) ? null : n)),
    total: total < LEAST || (isTold() && hidden.size > 1) ? null : total,
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

function medianOf(sums: Sums, unit: string | undefined): number | null {
  const days = sums
    .filter(({ what, unit: of }) => what === 'days' && (unit === undefined || of === unit))
    .sort((a, b) => a.value - b.value);
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
