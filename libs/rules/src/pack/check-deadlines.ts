import type { z } from 'zod';
import { formatDay, parseDay } from '../days.ts';
import type { PackProblem } from './load.ts';
import type { deadlinePack, DeadlineRule } from './schema.ts';

type Placed = DeadlineRule & { readonly index: number };

/** Ids are unique, every event, source and consequence is known, and versions of a rule follow day on day. */
export function checkDeadlines(
  pack: z.infer<typeof deadlinePack>,
  knownSources: ReadonlySet<string>,
): PackProblem[] {
  const rules: Placed[] = pack.rules.map((rule, index) => ({ ...rule, index }));
  const seen = new Set<string>();
  const problems: PackProblem[] = [];
  const report = (rule: Placed, key: string, message: string) =>
    problems.push({ path: ['rules', rule.index, key], message: `${rule.id}: ${message}` });

  for (const rule of rules) {
    if (seen.has(rule.id)) report(rule, 'id', 'is there twice');
    seen.add(rule.id);
    if (!(rule.trigger in pack.events)) report(rule, 'trigger', `unknown event ${rule.trigger}`);
    if (rule.onBreach !== null && !(rule.onBreach in pack.consequences))
      report(rule, 'onBreach', `unknown consequence ${rule.onBreach}`);
    const unknown = rule.sources.filter((source) => !knownSources.has(source));
    if (unknown.length > 0) report(rule, 'sources', `unknown source ${unknown.join(', ')}`);
    if (rule.from !== null && rule.to !== null && rule.to < rule.from) {
      report(rule, 'to', 'ends before it begins');
    }
  }

  const inOrder = rules.toSorted(
    (a, b) => a.family.localeCompare(b.family) || (a.from ?? '').localeCompare(b.from ?? ''),
  );
  for (const [index, rule] of inOrder.entries()) {
    const before = inOrder[index - 1];
    if (before?.family !== rule.family) continue;
    const expected = before.to === null ? null : formatDay(parseDay(before.to) + 1);
    if (expected === null || rule.from === null || rule.from < expected) {
      report(rule, 'from', `overlaps ${before.id}`);
    } else if (rule.from > expected) {
      report(rule, 'from', `leaves a gap after ${before.id}, which ends on ${before.to}`);
    }
  }
  return problems;
}
