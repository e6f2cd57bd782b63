import type { Conclusion, FigureName } from '@minh-bach/contracts';
import { localDate, type RecordedEvent } from '@minh-bach/kernel';
import type { Counted, Counting } from '../counts/counted.ts';

/** That a matter was settled, as everybody may know it in a sum. */
export interface Settled {
  readonly on: string;
  readonly outcome: Conclusion | null;
}

/** One figure of a month (`YYYY-MM`). */
export interface Figure {
  readonly what: FigureName;
  readonly month: string;
  readonly unit: string;
  /** Days of settling; else 0. */
  readonly value: number;
}
export type Change = Figure & { readonly by: 1 | -1 };

/** A matter as the public figures have it. Days are ISO dates in Việt Nam. */
export interface Figured {
  readonly counted: Counted;
  /** A denunciation, now or before: it is in no public figure from then on. */
  readonly isSecret: boolean;
  /** The day since which it is as it is. */
  readonly since: string;
  /** After which it is late; `null`: never, as it is now. */
  readonly due: string | null;
  readonly added: readonly Figure[];
}

export const firstOfNext = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
};
const monthOf = (day: string): string => day.slice(0, 7);

/** Months whose end a matter has seen between two days, as it was on the first of them. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = monthOf(from); firstOfNext(month) <= to; month = monthOf(firstOfNext(month)))
    months.push(month);
  return months;
}

/**
 * A matter after an event, and what that changes. Everything counts in the month of its recording, so an
 * event changes no month that is over: figures that were published stay as they are, and no difference of two
 * readings shows a single event.
 */
export function figure(
  { evolve, settles }: Pick<Counting, 'evolve' | 'settles'>,
  was: Figured | undefined,
  recorded: RecordedEvent,
): { readonly is: Figured; readonly changes: readonly Change[] } | undefined {
  const counted = evolve(was?.counted, recorded);
  if (!counted) return undefined;
  const day = localDate(recorded.metadata.recordedAt);
  const month = monthOf(day);
  const { unit, state, running } = counted;
  const changes: Change[] = lateUntil(was, day);
  const isSecret = was?.isSecret === true || counted.kind === 'denunciation';
  if (isSecret) {
    for (const one of was?.added ?? []) if (one.month === month) changes.push({ ...one, by: -1 });
    return { is: { counted, isSecret, since: day, due: null, added: [] }, changes };
  }
  const before = was?.added ?? [];
  const has = (what: FigureName) => before.some((one) => one.what === what);
  const figureOf = (what: FigureName, value = 0): Figure => ({ what, month, unit, value });
  const added: Figure[] = [];
  if (counted.cameOn !== null && !has('received')) added.push(figureOf('received'));
  const settled = was && !has('settled') ? settles?.(was.counted, recorded) : undefined;
  if (was && settled) {
    const limits = was.counted.running.filter(({ legal }) => legal);
    const isInTime = limits.every(({ due }) => settled.on <= due.slice(0, 10));
    added.push(
      figureOf('settled'),
      figureOf('days', daysBetween(counted.receivedOn, settled.on)),
      ...(settled.outcome === null ? [] : [figureOf(settled.outcome)]),
      ...(limits.length === 0 ? [] : [figureOf('limited')]),
      ...(limits.length === 0 || !isInTime ? [] : [figureOf('inTime')]),
    );
  }
  changes.push(...added.map((one) => ({ ...one, by: 1 as const })));
  const [due = null] = running
    .flatMap(({ legal, due: by }) => (legal ? [by.slice(0, 10)] : []))
    .sort();
  return {
    is: {
      ...{ counted, isSecret, since: day },
      due: state === null ? null : due,
      added: [...before, ...added],
    },
    changes,
  };
}

/** Late at the end of each month that has ended since. */
function lateUntil(was: Figured | undefined, day: string): Change[] {
  if (!was || was.due === null) return [];
  const { due, since, counted } = was;
  return monthsBetween(since, day)
    .filter((month) => due < firstOfNext(month))
    .map((month) => ({ what: 'late', month, unit: counted.unit, value: 0, by: 1 }));
}

const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000));
