import { UNITS_ABOVE_AT_MOST } from '@minh-bach/contracts';

interface Period {
  readonly from: string;
  /** Last day; `null`: open. */
  readonly to: string | null;
}

export interface Place extends Period {
  readonly id: string;
  readonly parent: string | null;
}

export type Places = ReadonlyMap<string, Place>;
type Misplaced = 'UNIT_IN_CIRCLE' | 'UNIT_ABOVE_MISSING' | 'UNIT_TOO_DEEP' | 'UNIT_STILL_NEEDED';

const OPEN = '9999-12-31';

/** On every day from today on. Days gone by give nobody a right, and the first unit begins today. */
export function isThere(outer: Period | undefined, inner: Period, today: string): boolean {
  const first = inner.from > today ? inner.from : today;
  const last = inner.to ?? OPEN;
  if (last < first) return outer !== undefined;
  return outer !== undefined && outer.from <= first && (outer.to ?? OPEN) >= last;
}

/**
 * What is wrong with a unit where it is to stand. A unit has one parent on all its days, so that lines that
 * end hold on every day, as long as each unit is there on all days of those below it.
 *
 * @param places all others, and this one as it is now
 * @param posts periods in which people have posts in the unit
 */
export function misplaced(
  unit: Place,
  places: Places,
  posts: readonly Period[],
  today: string,
): Misplaced | undefined {
  const before = places.get(unit.id);
  const after = new Map([...places, [unit.id, unit]]);
  const line = lineOf(unit, after);
  if (line === 'circle') return 'UNIT_IN_CIRCLE';
  if (line.some((above) => !isThere(after.get(above), unit, today))) return 'UNIT_ABOVE_MISSING';
  if (hasLineTooLong(unit.id, after)) return 'UNIT_TOO_DEEP';
  if (before === undefined) return undefined;
  const below = [...after.values()].filter(({ parent }) => parent === unit.id);
  // What stood outside its days before hinders nothing else that changes.
  const losesDays = (inner: Period) =>
    isThere(before, inner, today) && !isThere(unit, inner, today);
  return [...below, ...posts].some(losesDays) ? 'UNIT_STILL_NEEDED' : undefined;
}

/** Ids above a unit, nearest first, the last of them perhaps missing. */
function lineOf(unit: Place, places: Places): readonly string[] | 'circle' {
  const line: string[] = [];
  const seen = new Set([unit.id]);
  for (let at = unit.parent; at !== null; at = places.get(at)?.parent ?? null) {
    if (seen.has(at)) return 'circle';
    seen.add(at);
    line.push(at);
  }
  return line;
}

/** Of the unit itself, or of one below it. */
const hasLineTooLong = (id: string, places: Places): boolean =>
  [...places.values()].some((unit) => {
    const line = lineOf(unit, places);
    if (line === 'circle' || line.length <= UNITS_ABOVE_AT_MOST) return false;
    return unit.id === id || line.includes(id);
  });
