import type { LocalizedText, HistoryEntry } from '../../api/types.ts';

export interface Standing {
  readonly service: string;
  readonly state: LocalizedText;
  readonly since: string;
}

export interface Limit {
  readonly rule: string;
  readonly name: LocalizedText;
  readonly law: string;
  readonly legal: boolean;
  readonly due: string;
  readonly breached: boolean;
}

type Rule = HistoryEntry['rules'][number];

/** The order in which the parts take over. */
const FLOW = ['intake', 'triage', 'investigation', 'response'];

/** Where each part stood after these events, in the order of the flow. */
export function statesAfter(entries: readonly HistoryEntry[]): Standing[] {
  const standing = new Map<string, Standing>();
  for (const { service, state, recordedAt } of entries) {
    if (!state || standing.get(service)?.state.vi === state.vi) continue;
    standing.set(service, { service, state, since: recordedAt });
  }
  return [...standing.values()].sort((a, b) => FLOW.indexOf(a.service) - FLOW.indexOf(b.service));
}

/**
 * Where the matter itself stood: the state of the part that had it last. Intake is told of progress in the
 * parts after triage; to someone who sees none of them, its word stands where it is newer.
 *
 * @param states as `statesAfter` has them
 */
export function furthestOf(states: readonly Standing[]): Standing | undefined {
  const last = states.at(-1);
  const intake = states.find(({ service }) => service === 'intake');
  return last?.service === 'triage' && intake && intake.since > last.since ? intake : last;
}

/** The limits that ran after these events, nearest first. */
export const limitsAfter = (entries: readonly HistoryEntry[]): Limit[] => follow(entries).running;

/** The rules that an event named because it ended their clocks, by the event's id. */
export const endingsIn = (
  entries: readonly HistoryEntry[],
): ReadonlyMap<string, readonly string[]> => follow(entries).ended;

/**
 * A rule that a stream names once has started its clock, named again it has ended it; a breach does
 * neither.
 */
function follow(entries: readonly HistoryEntry[]) {
  const running = new Map<string, Limit>();
  const ended = new Map<string, string[]>();
  for (const { type, stream, rules, eventId } of entries)
    for (const rule of rules) {
      const key = `${stream} ${rule.rule}`;
      const limit = running.get(key);
      if (type === 'DeadlineBreached') {
        if (limit) running.set(key, { ...limit, breached: true });
      } else if (limit) {
        running.delete(key);
        ended.set(eventId, [...(ended.get(eventId) ?? []), rule.rule]);
      } else if (isLimit(rule)) running.set(key, { ...rule, breached: false });
    }
  return { running: [...running.values()].sort((a, b) => a.due.localeCompare(b.due)), ended };
}

const isLimit = (rule: Rule): rule is Rule & { due: string; name: LocalizedText } =>
  rule.due !== undefined && rule.name !== undefined;
