import type { Rest } from '../calendar/calendar.ts';
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

/** The explanation as data. Dates are ISO; `basis` is a calendar rule of the pack or a law. */
export type DeadlineStep =
  | {
      readonly kind: 'start';
      readonly event: string;
      readonly on: string;
      /** The day itself is not counted. */
      readonly excluded: boolean;
      readonly basis: string;
    }
  | {
      readonly kind: 'count';
      readonly value: number;
      readonly unit: Unit;
      readonly from: string;
      readonly to: string;
      readonly basis: string;
    }
  | { readonly kind: 'assume_midnight'; readonly on: string }
  | { readonly kind: 'skip'; readonly days: readonly Rest[]; readonly basis: string }
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
  | {
      readonly kind: 'roll';
      readonly from: string;
      readonly to: string;
      readonly over: readonly Rest[];
      readonly basis: string;
    }
  | { readonly kind: 'rest_day'; readonly on: string; readonly name: Words; readonly safe: string }
  | {
      readonly kind: 'other_text';
      readonly law: string;
      readonly value: number;
      readonly unit: Unit;
      readonly due: string;
    }
  | { readonly kind: 'unit_unclear'; readonly reading: string; readonly other: string }
  | {
      /** Draft holidays that no person has approved, so they are not counted as rest. */
      readonly kind: 'draft';
      readonly days: readonly { readonly date: string; readonly name: Words }[];
    }
  | { readonly kind: 'provisional'; readonly from: string; readonly through: string };

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
  readonly steps: readonly DeadlineStep[];
  /** The clock stands since this day; `due` is what it would be if it went on at once. */
  readonly pausedSince?: string;
}

export type DeadlineData = Omit<Deadline, 'explanation'>;
