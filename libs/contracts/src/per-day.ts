import { localDate, type Actor } from '@minh-bach/kernel';
import type { Refusal } from './refusal.ts';

/** How often each person did what is bounded, on the last day on which somebody did. */
export interface PerDay {
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
}

export const NOTHING_YET: PerDay = { day: '', counts: {} };

interface Typed<Type extends string> {
  readonly type: Type;
}
type Person = Pick<Actor, 'person'>;

const keyOf = (type: string, { person }: Person): string => `${type} ${person}`;

/** Notes of one person in one matter within a day: each reader's page opens them all. */
export const NOTES_A_DAY = 50;

/** What one person may write into one matter within a day. */
export function boundPerDay<Type extends string>(atMost: ReadonlyMap<Type, number>) {
  return {
    /** By the type of event. */
    atMost,

    /** @param at ISO instant */
    counted(before: PerDay, { type }: Typed<Type>, actor: Person, at: string): PerDay {
      if (!atMost.has(type)) return before;
      const day = localDate(at);
      const counts = day === before.day ? before.counts : {};
      const key = keyOf(type, actor);
      return { day, counts: { ...counts, [key]: (counts[key] ?? 0) + 1 } };
    },

    /** As if it had not been done. @param at ISO instant of when it was */
    uncounted(before: PerDay, { type }: Typed<Type>, person: Person, at: string): PerDay {
      const key = keyOf(type, person);
      const count = before.counts[key] ?? 0;
      if (localDate(at) !== before.day || count === 0) return before;
      return { ...before, counts: { ...before.counts, [key]: count - 1 } };
    },

    /** @param now ISO instant */
    refuseTooOften(
      { day, counts }: PerDay,
      events: readonly Typed<Type>[],
      { actor, now }: { readonly actor: Person; readonly now: string },
      refuse: Refusal<'TOO_OFTEN_TODAY'>,
    ): void {
      if (day !== localDate(now)) return;
      for (const { type } of events) {
        const most = atMost.get(type);
        if (most !== undefined && (counts[keyOf(type, actor)] ?? 0) >= most)
          throw refuse('TOO_OFTEN_TODAY', { atMost: most });
      }
    },
  };
}
