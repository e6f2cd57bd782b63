import { z } from 'zod';
import { countedSchema } from './counted-fact.ts';
import { dateSchema, instantSchema } from './vocabulary.ts';

const clock = {
  rule: z.string(),
  ruleVersion: z.string(),
  calendarVersion: z.string(),
  source: z.strictObject({ law: z.string(), confidence: z.string() }),
  /** `false`: an internal target (`policy_default`), never shown as law. */
  legal: z.boolean(),
  name: z.strictObject({ vi: z.string(), en: z.string() }),
  trigger: z.string(),
  /** Last day (or instant, where the rule counts hours). */
  due: z.union([dateSchema, instantSchema]),
  unrolled: z.union([dateSchema, instantSchema]),
  safeDue: z.union([dateSchema, instantSchema]),
  /** When `due` is over, UTC. */
  endsAt: instantSchema,
  safeEndsAt: instantSchema,
  provisional: z.boolean(),
};

const countedClock = z.strictObject({ ...clock, counted: countedSchema });
/** Of an older event: it carries its sentences, and they are what is shown of it. */
const wordedClock = z.strictObject({
  ...clock,
  explanation: z.strictObject({ vi: z.string(), en: z.string() }),
});

/**
 * A running legal clock as the event that started it says: the date, the rule it comes from, and how
 * it was counted, so that both commit together and the log can tell for ever why that day.
 */
export const clockStartedSchema = z.union([countedClock, wordedClock]);

export type ClockStarted = z.infer<typeof clockStartedSchema>;
type CountedClock = z.infer<typeof countedClock>;

const ofDeadline = z.object(countedClock.shape);

/** A computed deadline as an event keeps it. */
export const clockOf = (deadline: CountedClock): CountedClock => ofDeadline.parse(deadline);

/** How a clock ended: met by what it asked for, or void since it asks this matter for nothing. */
export const clockEndedSchema = z.strictObject({
  rule: z.string(),
  how: z.enum(['met', 'void']),
  /** The day of fulfilment, where that is not the day it was recorded: the law counts this one. */
  on: dateSchema.exactOptional(),
  /** Another day is said, which waits for a second person: what was told of the limit stays open. */
  isUnconfirmed: z.literal(true).exactOptional(),
});

export type ClockEnded = z.infer<typeof clockEndedSchema>;

/** Any event may start and end clocks beside what else it says. */
export const clockChanges = {
  clocksStarted: z.array(clockStartedSchema).exactOptional(),
  clocksEnded: z.array(clockEndedSchema).exactOptional(),
};

export interface ClockChanges {
  readonly clocksStarted?: readonly ClockStarted[];
  readonly clocksEnded?: readonly ClockEnded[];
}

/** The clocks that run in a stream, by rule, and the breaches that were noticed. */
export interface OpenClocks {
  readonly running: Readonly<Record<string, ClockStarted>>;
  /** By `breachOf`; kept for good, so a clock that is voided and started again is not told twice. */
  readonly breached: readonly string[];
}

/** A breach is that of one rule on one last day. */
export const breachOf = ({ rule, due }: Pick<ClockStarted, 'rule' | 'due'>): string =>
  `${rule} ${due}`;

export const NO_CLOCKS: OpenClocks = { running: {}, breached: [] };

export function evolveClocks(
  open: OpenClocks,
  { clocksStarted = [], clocksEnded = [] }: ClockChanges,
): OpenClocks {
  if (clocksStarted.length + clocksEnded.length === 0) return open;
  const ended = new Set(clocksEnded.map(({ rule }) => rule));
  const kept = Object.entries(open.running).filter(([rule]) => !ended.has(rule));
  return {
    running: Object.fromEntries([
      ...kept,
      ...clocksStarted.map((clock) => [clock.rule, clock] as const),
    ]),
    breached: open.breached,
  };
}

/** Ends those of these rules that run. */
export const endClocks = (
  open: OpenClocks,
  how: ClockEnded['how'],
  ...rules: string[]
): ClockEnded[] => rules.filter((rule) => rule in open.running).map((rule) => ({ rule, how }));

/**
 * All that run are met, on the day that the law counts.
 *
 * @param countsFrom in its place, while that day waits for a second person
 */
export const meetClocks = (open: OpenClocks, on: string, countsFrom?: string): ClockEnded[] =>
  Object.keys(open.running).map((rule) => ({
    rule,
    how: 'met',
    ...(countsFrom === undefined ? { on } : { on: countsFrom, isUnconfirmed: true }),
  }));
