import type { Both, HistoryEntry } from '../../api/types.ts';

export interface Standing {
  readonly service: string;
  readonly state: Both;
  readonly since: string;
}

export interface Limit {
  readonly rule: string;
  readonly name: Both;
  readonly law: string;
  readonly legal: boolean;
  readonly due: string;
  readonly breached: boolean;
}

type Rule = HistoryEntry['rules'][number];

/** The later a part takes over, the more it says of where the matter stands. */
const STAGES = ['response', 'investigation', 'triage', 'intake'];

/** Where each service stood after these events, the furthest stage first. */
export function statesAfter(entries: readonly HistoryEntry[]): Standing[] {
  const standing = new Map<string, Standing>();
  for (const { service, state, recordedAt } of entries) {
    if (!state || standing.get(service)?.state.vi === state.vi) continue;
    standing.set(service, { service, state, since: recordedAt });
  }
  return [...standing.values()].sort(
    (a, b) => STAGES.indexOf(a.service) - STAGES.indexOf(b.service),
  );
}

/**
 * The limits that ran after these events, nearest first. A rule that a stream names once has started its
 * clock, named again it has ended it; a breach does neither.
 */
export function limitsAfter(entries: readonly HistoryEntry[]): Limit[] {
  const running = new Map<string, Limit>();
  for (const { type, stream, rules } of entries)
    for (const rule of rules) {
      const key = `${stream} ${rule.rule}`;
      const limit = running.get(key);
      if (type === 'DeadlineBreached') {
        if (limit) running.set(key, { ...limit, breached: true });
      } else if (limit) running.delete(key);
      else if (isLimit(rule)) running.set(key, { ...rule, breached: false });
    }
  return [...running.values()].sort((a, b) => a.due.localeCompare(b.due));
}

const isLimit = (rule: Rule): rule is Rule & { due: string; name: Both } =>
  rule.due !== undefined && rule.name !== undefined;
