interface Placed {
  readonly id: string;
  readonly parent: string | null;
}

/** No line is longer; units that name each other as parents end here, too. */
const MOST_STEPS = 9;

/** Units above one, nearest first. */
export function lineAbove(units: readonly Placed[], unit: string): string[] {
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const line: string[] = [];
  for (let at = parents.get(unit); at && parents.has(at) && line.length < MOST_STEPS;) {
    line.push(at);
    at = parents.get(at);
  }
  return line;
}

/** A unit, those below it, and those below them. */
export function branchOf(units: readonly Placed[], unit: string): string[] {
  const branch = new Set(units.filter(({ id }) => id === unit).map(({ id }) => id));
  for (let grown = -1; grown < branch.size;) {
    grown = branch.size;
    for (const { id, parent } of units) if (parent !== null && branch.has(parent)) branch.add(id);
  }
  return [...branch];
}
