import { CASE_STAGES, type MatterEntry } from '../matter-entry.ts';
import {
  approve,
  assign,
  close,
  deliver,
  issue,
  propose,
  publish,
  send,
  verify,
} from './case-steps.ts';
import type { Step } from './step.ts';
import { accept, classify, settle } from './triage-steps.ts';

/** Of a case, in this order; each stage with the steps that lead to it. */
const STAGES: Readonly<Record<(typeof CASE_STAGES)[number], (entry: MatterEntry) => Step[]>> = {
  registered: () => [],
  classified: classify,
  accepted: (entry) => [accept(entry)],
  assigned: (entry) => [assign(entry)],
  verified: verify,
  proposed: propose,
  approved: (entry) => [approve(entry)],
  issued: (entry) => [issue(entry)],
  sent: send,
  delivered: (entry) => [deliver(entry)],
  closed: (entry) => [...publish(entry), close(entry)],
};

/** What people did with a matter after it was registered, one step after the other. */
export function courseOf(entry: MatterEntry): Step[] {
  const { stage } = entry;
  if (
    stage === 'not_accepted' ||
    stage === 'guided' ||
    stage === 'transferred' ||
    stage === 'filed'
  )
    return [...classify(entry), ...settle(entry, stage)];
  const stages = CASE_STAGES.slice(0, CASE_STAGES.indexOf(stage) + 1);
  return stages.flatMap((each) => STAGES[each](entry));
}

/** Working days that a file waits for its end: until then it stands as one that is delivered. */
export function closingOf(entry: MatterEntry): number {
  if (entry.stage !== 'closed') return 0;
  return STAGES.closed(entry).reduce((sum, { wait }) => sum + wait, 0) - 1;
}
