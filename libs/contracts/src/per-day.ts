import { localDate } from '@minh-bach/kernel';
import { willOf, type Acting } from './one-will.ts';
import type { Refusal } from './refusal.ts';

/**
 * How often each person did what is bounded, and how often it was done for them, on the last day on which
 * somebody did: deputies have no day of their own beside their head's.
 */
export interface PerDay {
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
}

export const NOTHING_YET: PerDay = { day: '', counts: {} };

interface Typed<Type extends string> {
  readonly type: Type;
}
const keysOf = (type: string, acting: Acting): string[] =>
  willOf(acting).map((person) => `${type} ${person}`);

/** Notes of one person in one matter within a day: each reader's page opens them all. */
export const NOTES_A_DAY = 50;

/** What one person may write into one matter within a day: an internal rule (`policy_default`). */
export function boundPerDay<Type extends string>(atMost: ReadonlyMap<Type, number>) {
  return {
    /** By the type of event. */
    atMost,

    /** @param at ISO instant */
    counted(before: PerDay, { type }: Typed<Type>, acting: Acting, at: string): PerDay {
      if (!atMost.has(type)) return before;
      const day = localDate(at);
      const counts = day === before.day ? before.counts : {};
      const more = keysOf(type, acting).map((key) => [key, (counts[key] ?? 0) + 1] as const);
      return { day, counts: { ...counts, ...Object.fromEntries(more) } };
    },

    /** As if it had not been done. @param at ISO instant of when it was */
    uncounted(before: PerDay, { type }: Typed<Type>, acting: Acting, at: string): PerDay {
      if (localDate(at) !== before.day) return before;
      const less = keysOf(type, acting).map((key) => {
        const count = before.counts[key] ?? 0;
        return [key, Math.max(count - 1, 0)] as const;
      });
      return { ...before, counts: { ...before.counts, ...Object.fromEntries(less) } };
    },

    /** Everybody who may do it no more on that day. */
    spent({ day, counts }: PerDay, { type }: Typed<Type>, now: Date): string[] {
      const most = atMost.get(type);
      if (most === undefined || day !== localDate(now)) return [];
      const all = Object.entries(counts).filter(([, count]) => count >= most);
      const [start, ...keys] = [`${type} `, ...all.map(([key]) => key)];
      return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
    },

    /** @param now ISO instant */
    refuseTooOften(
      { day, counts }: PerDay,
      events: readonly Typed<Type>[],
      { actor, now }: { readonly actor: Acting; readonly now: string },
      refuse: Refusal<'TOO_OFTEN_TODAY'>,
    ): void {
      if (day !== localDate(now)) return;
      for (const { type } of events) {
        const most = atMost.get(type);
        if (most === undefined) continue;
        if (keysOf(type, actor).some((key) => (counts[key] ?? 0) >= most))
          throw refuse('TOO_OFTEN_TODAY', { atMost: most });
      }
    },
  };
}

export type BoundPerDay<Type extends string> = ReturnType<typeof boundPerDay<Type>>;
