import type { PackProblem } from './load.ts';
import type { OrganisationPack } from './schema.ts';

const LEVELS = ['bo', 'tong_cuc', 'cuc', 'chi_cuc'] as const;

/** Every unit but the ministry hangs on a unit one level up; posts name known units and officers. */
export function checkOrganisation({ units, posts, officers }: OrganisationPack): PackProblem[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const people = new Set(officers.map(({ id }) => id));
  const problems: PackProblem[] = [];

  for (const [index, unit] of units.entries()) {
    const report = (key: string, message: string) =>
      problems.push({ path: ['units', index, key], message: `${unit.id}: ${message}` });
    if (byId.get(unit.id) !== unit) report('id', 'is there twice');
    const parent = byId.get(unit.parent ?? '');
    const rank = LEVELS.findIndex((level) => level === unit.level);
    if (rank > 0 && parent?.level !== LEVELS[rank - 1]) report('parent', `is not a level up`);
    if (unit.level !== 'bo' && parent === undefined) report('parent', `unknown ${unit.parent}`);
    const lost = unit.successors?.filter((id) => !byId.has(id)) ?? [];
    if (lost.length > 0) report('successors', `unknown ${lost.join(', ')}`);
  }
  for (const [index, { id, unit, officer }] of posts.entries()) {
    if (!byId.has(unit) || !people.has(officer)) {
      problems.push({ path: ['posts', index, 'id'], message: `${id}: unknown unit or officer` });
    }
  }
  return problems;
}
