import type { HistoryEntry } from '../../api/types.ts';

/** What the services tell one another: it is there, and does not shout. */
export const isQuiet = ({ actor, rules, type }: HistoryEntry): boolean =>
  actor.role === 'system' && rules.length === 0 && type !== 'DeadlineBreached';

/** In their order; quiet ones that follow each other are together. */
export function inRuns(entries: readonly HistoryEntry[]): readonly (readonly HistoryEntry[])[] {
  const runs: HistoryEntry[][] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run?.[0] && isQuiet(run[0]) && isQuiet(entry)) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}
