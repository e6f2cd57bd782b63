import { UNITS_ABOVE_AT_MOST } from '@minh-bach/contracts';

interface Placed {
  readonly id: string;
  readonly parent: string | null;
}

type Parents = ReadonlyMap<string, string | null>;

const parentsOf = (units: readonly Placed[]): Parents =>
  new Map(units.map(({ id, parent }) => [id, parent]));

/**
 * Units above one, nearest first, no more than a line may have. The directory takes no line that comes back
 * to itself; where one was recorded before it refused that, nobody is above anybody of it.
 */
export const lineAbove = (units: readonly Placed[], unit: string): string[] =>
  above(parentsOf(units), unit);

/** A unit, those below it, and those below them: all that have it above them. */
export function branchOf(units: readonly Placed[], unit: string): string[] {
  const parents = parentsOf(units);
  return units
    .filter(({ id }) => id === unit || above(parents, id).includes(unit))
    .map(({ id }) => id);
}

function above(parents: Parents, unit: string): string[] {
  const line = new Set<string>();
  for (let at = parents.get(unit); at && parents.has(at); at = parents.get(at)) {
    if (at === unit || line.has(at)) return [];
    line.add(at);
  }
  return [...line].slice(0, UNITS_ABOVE_AT_MOST);
}
