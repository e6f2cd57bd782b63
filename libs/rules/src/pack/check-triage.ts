import type { PackProblem } from './load.ts';
import type { TriagePack } from './schema.ts';

/** Orders rise, and every outcome has a name. */
export function checkTriage(pack: TriagePack): PackProblem[] {
  const outcomes = new Set(pack.outcomes.map(({ code }) => code));
  return pack.rules.flatMap(({ order, then }, index) => {
    const problems: PackProblem[] = [];
    const previous = pack.rules[index - 1]?.order ?? 0;
    if (order <= previous) {
      problems.push({
        path: ['rules', index, 'order'],
        message: `${order} is not above ${previous}`,
      });
    }
    const unknown = then.filter((code) => !outcomes.has(code));
    if (unknown.length > 0) {
      problems.push({
        path: ['rules', index, 'then'],
        message: `${order}: unknown outcome ${unknown.join(', ')}`,
      });
    }
    return problems;
  });
}
