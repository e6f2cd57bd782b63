import { deadlineRules } from '../pack/pack.ts';
import type { DeadlineRule } from '../pack/schema.ts';
import { computeDeadline } from './compute.ts';
import type { Deadline } from './deadline.ts';
import { isInForce, ruleFor } from './in-force.ts';

interface Planned {
  readonly step: string;
  /** A rule or its family. */
  readonly rule: string;
  /** The step whose last day starts this one. @default the day that was given */
  readonly after?: string;
  /** The same step where the matter is complex or the place remote. */
  readonly variants?: readonly string[];
}

const resolution = (rule: string, after: string): Planned => ({
  ...{ step: 'resolve', rule: `${rule}.NORMAL`, after },
  variants: [`${rule}.COMPLEX`, `${rule}.REMOTE`, `${rule}.REMOTE_COMPLEX`],
});

/** What a sender waits for, in order. */
const JOURNEYS = {
  complaint: [
    { step: 'accept', rule: 'KN1.ACCEPT' },
    resolution('KN1.RESOLVE', 'accept'),
    { step: 'send', rule: 'KN1.SEND', after: 'resolve' },
    { step: 'window', rule: 'KN2.WINDOW', after: 'send', variants: ['KN2.WINDOW.REMOTE'] },
  ],
  second_complaint: [
    { step: 'accept', rule: 'KN2.ACCEPT' },
    resolution('KN2.RESOLVE', 'accept'),
    { step: 'send', rule: 'KN2.SEND', after: 'resolve' },
  ],
  denunciation: [
    { step: 'check', rule: 'TC.INITIAL', variants: ['TC.INITIAL.EXT'] },
    { step: 'notify', rule: 'TC.NOTIFY_ACCEPT', after: 'check' },
    { step: 'conclude', rule: 'TC.RESOLVE', after: 'check' },
    { step: 'send_conclusion', rule: 'TC.SEND_CONCLUSION', after: 'conclude' },
  ],
  feedback: [
    { step: 'initial', rule: 'TCD.NOTICE_INITIAL' },
    { step: 'answer', rule: 'PA.GENERAL' },
    { step: 'answer_regulation', rule: 'PA.RESPOND' },
  ],
  time_bar: [{ step: 'time_bar', rule: 'KN.TIME_BAR' }],
} as const satisfies Record<string, readonly Planned[]>;

export type JourneyKind = keyof typeof JOURNEYS;
export const journeyKinds = Object.keys(JOURNEYS) as readonly JourneyKind[];

export interface JourneyStep {
  readonly step: string;
  readonly after: string | null;
  readonly deadline: Deadline;
  readonly variants: readonly Deadline[];
  readonly pause: DeadlineRule['pause'];
  readonly extension: DeadlineRule['extension'];
}

/**
 * The latest day of each step, as if every one before it took all its time.
 *
 * @param day ISO date when the petition was received; for `time_bar`, when the decision was
 * @throws DomainError as `computeDeadline` does
 */
export function journeyOf(kind: JourneyKind, day: string): readonly JourneyStep[] {
  const ends = new Map<string, string>();
  const planned: readonly Planned[] = JOURNEYS[kind];
  return planned.map(({ step, rule, after, variants = [] }) => {
    const trigger = (after === undefined ? undefined : ends.get(after)) ?? day;
    const compute = (name: string) => computeDeadline({ rule: name, trigger, receivedOn: day });
    const deadline = compute(rule);
    ends.set(step, deadline.due);
    const { pause, extension } =
      deadlineRules.get(ruleFor(rule, { receivedOn: day, eventOn: trigger })) ?? {};
    return {
      ...{ step, after: after ?? null, deadline, pause, extension },
      variants: variants.filter((name) => isInForce(name, day)).map(compute),
    };
  });
}
