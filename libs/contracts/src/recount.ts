import type { EventOf } from '@minh-bach/kernel';
import { z } from 'zod';
import {
  breachOf,
  clockChanges,
  evolveClocks,
  type ClockStarted,
  type OpenClocks,
} from './clock-fact.ts';
import { words, type LocalizedText } from './localized.ts';
import { storedEvent } from './stored-event.ts';
import { change, dayMonthYear } from './telling.ts';
import { dateSchema, instantSchema } from './vocabulary.ts';

/** Why a clock that runs is counted again. A calendar that changes will be one more. */
const BECAUSE = {
  'receipt-corrected': words('đính chính ngày nhận đơn', 'the receipt date was corrected'),
} as const satisfies Record<string, LocalizedText>;
const becauseSchema = z.enum(Object.keys(BECAUSE) as (keyof typeof BECAUSE)[]);
export type Because = z.infer<typeof becauseSchema>;

const limit = z.strictObject({
  rule: z.string(),
  due: z.union([dateSchema, instantSchema]),
});
const name = z.strictObject({ vi: z.string(), en: z.string() });

/**
 * A clock of a petition that ran is counted anew, and its earlier date stays readable here. Another rule may have been in
 * force on the right day: then the clock changes its rule, or there was none before, or there is none now.
 */
export const clockRecalculated = storedEvent(
  'ClockRecalculated',
  z.strictObject({
    because: becauseSchema,
    name,
    before: limit.nullable(),
    after: limit.nullable(),
    /** The sender waits by it, and is told the new date. */
    forSender: z.boolean(),
    ...clockChanges,
  }),
  {
    history: ({ because, name, before, after }) => {
      const [from, to] = [dateOf(before), dateOf(after)];
      return {
        summary: words(
          `Tính lại thời hạn: ${name.vi}. Hạn trước đây: ${from.vi}; hạn đúng: ${to.vi}.`,
          `Limit counted again: ${name.en}. Before: ${from.en}; now: ${to.en}.`,
        ),
        changes: [change('Lý do tính lại', 'Why', BECAUSE[because])],
      };
    },
    publishes: ({ forSender, clocksStarted = [] }, { matter: petition }) =>
      forSender
        ? { type: 'ClockRecalculated', data: { petition, clock: clocksStarted[0] ?? null } }
        : undefined,
  },
);
export type ClockRecalculated = EventOf<typeof clockRecalculated>;

const dateOf = (of: z.infer<typeof limit> | null): LocalizedText => {
  if (of === null) return words('không có', 'none');
  const day = dayMonthYear(of.due);
  return words(day, day);
};

/**
 * The limit was another day: what the superior was told of it is taken back. That they were told, and
 * when, stays in the history.
 */
export const breachWithdrawn = storedEvent(
  'BreachWithdrawn',
  z.strictObject({ rule: z.string(), due: limit.shape.due, name, because: becauseSchema }),
  {
    history: ({ name, due, because }) => ({
      summary: words(
        `Thu hồi báo cáo quá hạn: ${name.vi} (hạn đã báo ${dayMonthYear(due)}).`,
        `The warning of a delay is taken back: ${name.en} (due as told: ${dayMonthYear(due)}).`,
      ),
      changes: [change('Lý do thu hồi', 'Why', BECAUSE[because])],
    }),
  },
);
export type BreachWithdrawn = EventOf<typeof breachWithdrawn>;

export type Recounted = ClockRecalculated | BreachWithdrawn;

/** A clock as it ran, and as it would run now; one of the two where there was none, or is none. */
export interface Recount {
  readonly before?: ClockStarted;
  readonly after?: ClockStarted;
  readonly forSender: boolean;
}

/** Pairs those that run with those that should, by the rule or, where that has changed, by what is left. */
export function pairs(
  before: readonly ClockStarted[],
  after: readonly ClockStarted[],
  forSender: boolean,
): Recount[] {
  const same = (a: ClockStarted, b: ClockStarted) => a.rule === b.rule;
  const [gone, come] = [
    before.filter((a) => !after.some((b) => same(a, b))),
    after.filter((b) => !before.some((a) => same(a, b))),
  ];
  const kept = before.flatMap((a): Recount[] => {
    const b = after.find((one) => same(a, one));
    return b ? [{ before: a, after: b, forSender }] : [];
  });
  const others = Array.from({ length: Math.max(gone.length, come.length) }, (_, i): Recount => {
    const [a, b] = [gone[i], come[i]];
    return { ...(a && { before: a }), ...(b && { after: b }), forSender };
  });
  return [...kept, ...others];
}

/** Nothing where the clock stays as it is. */
export function recounted(
  { breached }: OpenClocks,
  { before, after, forSender }: Recount,
  because: Because,
): Recounted[] {
  if (before && after && isSame(before, after)) return [];
  const { name } = (after ?? before)!;
  const event: ClockRecalculated = {
    type: 'ClockRecalculated',
    data: {
      because,
      name,
      before: before ? limitOf(before) : null,
      after: after ? limitOf(after) : null,
      forSender,
      ...(before && { clocksEnded: [{ rule: before.rule, how: 'void' as const }] }),
      ...(after && { clocksStarted: [after] }),
    },
  };
  const isTaken = before && breached.includes(breachOf(before)) && !isDue(before, after);
  return [event, ...(isTaken ? [withdrawn(before, because)] : [])];
}

/** Of a clock that has ended meanwhile, too: it keeps its date, and is not late any more. */
export const withdrawn = (
  { rule, due, name }: ClockStarted,
  because: Because,
): BreachWithdrawn => ({
  type: 'BreachWithdrawn',
  data: { rule, due, name, because },
});

export const evolveRecalculated = (open: OpenClocks, { data }: ClockRecalculated): OpenClocks =>
  evolveClocks(open, data);

export const evolveWithdrawn = (open: OpenClocks, { data }: BreachWithdrawn): OpenClocks => ({
  ...open,
  breached: open.breached.filter((breach) => breach !== breachOf(data)),
});

const limitOf = ({ rule, due }: ClockStarted) => ({ rule, due });

const isDue = (a: ClockStarted, b: ClockStarted | undefined): boolean =>
  b !== undefined && breachOf(a) === breachOf(b);

/** By the day that it counts from, too: the reason of the date is shown. */
const isSame = (a: ClockStarted, b: ClockStarted): boolean =>
  isDue(a, b) &&
  a.trigger === b.trigger &&
  a.ruleVersion === b.ruleVersion &&
  a.safeDue === b.safeDue;
