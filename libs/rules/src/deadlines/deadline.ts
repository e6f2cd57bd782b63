import type { Unit } from '../pack/schema.ts';

export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** A stop of the clock. Days from `from` on do not count; the day of `to` counts again. */
export interface Pause {
  readonly from: string;
  /** Absent: the clock still stands. */
  readonly to?: string;
}

/** A written decision to extend a denunciation (Luật Tố cáo 25/2018 Đ.30, Mẫu 01). */
export interface Extension {
  /** The number of the decision. */
  readonly decision: string;
  readonly decidedOn: string;
  readonly complexity: 'complex' | 'specially_complex';
  /** At most 30, the default. */
  readonly days?: number;
}

export interface DeadlineRequest {
  /** A rule, or a family: `KN1.ACCEPT` means the version in force. */
  readonly rule: string;
  /** ISO date or instant of the event that starts the period. */
  readonly trigger: string;
  /** When the petition was received, if that is another day: rules may be chosen by it. */
  readonly receivedOn?: string;
  /** A version of the calendar; by default the one in use. */
  readonly calendar?: string;
  readonly pauses?: readonly Pause[];
  readonly extensions?: readonly Extension[];
  /** Whether a last day that is a day of rest moves on (BLDS 2015 Đ.148 k.5); by default it does. */
  readonly roll?: boolean;
}

/**
 * A step of the counting: what its sentence says that the deadline beside it does not. Dates are ISO,
 * `basis` is a law. What a day of rest is called stands in the deadline's version of the calendar.
 */
export type DeadlineStep =
  | {
      readonly kind: 'start';
      /** A key of the pack's `events`, whose words never change. */
      readonly event: string;
      /** The day itself is not counted. */
      readonly excluded: boolean;
      readonly basis: string;
    }
  /** `value` with what extensions add. */
  | { readonly kind: 'count'; readonly value: number; readonly from: string }
  | { readonly kind: 'assume_midnight' }
  | { readonly kind: 'skip'; readonly days: readonly string[] }
  | {
      readonly kind: 'pause';
      readonly from: string;
      readonly to: string | null;
      readonly days: number;
      readonly basis: string;
    }
  | {
      readonly kind: 'extend';
      readonly days: number;
      readonly decision: string;
      readonly decidedOn: string;
      readonly basis: string;
    }
  /** From `unrolled` to `due`. */
  | { readonly kind: 'roll'; readonly basis: string }
  /** `due` is a day of rest, and stays. */
  | { readonly kind: 'rest_day' }
  | {
      readonly kind: 'other_text';
      readonly law: string;
      readonly value: number;
      readonly unit: Unit;
      readonly due: string;
    }
  /** `other`: the last day if working days were meant. */
  | { readonly kind: 'unit_unclear'; readonly other: string }
  /** Draft holidays that no person has approved, so they are not counted as rest. */
  | { readonly kind: 'draft'; readonly days: readonly string[] }
  /** Counted with days outside those that the calendar confirms. */
  | { readonly kind: 'provisional' };

/** How a deadline was counted, as data: what an event keeps instead of sentences. */
export interface Counted {
  /** The version of the words that tell it, for ever. */
  readonly wording: 1;
  /** Of the rule, without extensions; below 0 it counts back. */
  readonly value: number;
  readonly unit: Unit;
  readonly steps: readonly DeadlineStep[];
}

export interface Deadline {
  /** e.g. `KN1.ACCEPT.NEW`. */
  readonly rule: string;
  /** The version of the pack it was computed with. */
  readonly ruleVersion: string;
  readonly name: Words;
  /** ISO date (Asia/Ho_Chi_Minh) or instant of what started it, as given. */
  readonly trigger: string;
  /** ISO date, ending at 24:00 in Vietnam; an instant at +07:00 for units of hours and minutes. */
  readonly due: string;
  /** `due` before a last day of rest moved on. */
  readonly unrolled: string;
  /** The earlier date where two texts may apply, or where the last day is one of rest; else `due`. */
  readonly safeDue: string;
  /** UTC instant from which `due` has passed. */
  readonly endsAt: string;
  readonly safeEndsAt: string;
  /** Counted with days outside the confirmed calendar: it may still move. */
  readonly provisional: boolean;
  /** False for `policy_default`: an internal target, never law. */
  readonly legal: boolean;
  readonly calendarVersion: string;
  readonly source: { readonly law: string; readonly confidence: string };
  readonly explanation: Words;
  readonly counted: Counted;
  /** The clock stands since this day; `due` is what it would be if it went on at once. */
  readonly pausedSince?: string;
}

export type DeadlineData = Omit<Deadline, 'explanation'>;

/** What sentences are made of: a deadline, or a clock that an event keeps. */
export type Explainable = Pick<
  DeadlineData,
  | 'name'
  | 'source'
  | 'legal'
  | 'trigger'
  | 'due'
  | 'unrolled'
  | 'safeDue'
  | 'calendarVersion'
  | 'counted'
>;
