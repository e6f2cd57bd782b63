import type { LocalizedText } from '../localized.ts';

/** The latest day of a step, counted by the rules alone: nothing of any matter is in it. */
export interface TimeLimit {
  /** Words for visitors go by it. */
  readonly step: string;
  /** The step whose last day it is counted from; null: the day that was typed. */
  readonly after: string | null;
  readonly due: string;
  readonly safeDue: string;
  readonly provisional: boolean;
  /** `false`: an internal target, never shown as law. */
  readonly legal: boolean;
  readonly law: string;
  readonly explanation: LocalizedText;
  readonly rule: string;
  readonly ruleVersion: string;
  /** The same step in other circumstances. */
  readonly variants: readonly {
    readonly name: LocalizedText;
    readonly due: string;
    readonly law: string;
  }[];
  readonly stops: { readonly ground: 'suspension' | 'obstacle'; readonly law: string } | null;
  /** How many days a written decision may add, how often at most, and by which law. */
  readonly longer: {
    readonly days: number;
    readonly complex: number;
    readonly speciallyComplex: number;
    readonly law: string;
  } | null;
}

export const TIME_LIMIT_KINDS = [
  'complaint',
  'second_complaint',
  'denunciation',
  'feedback',
  'time_bar',
] as const;
export type TimeLimitKind = (typeof TIME_LIMIT_KINDS)[number];

/** What the page of time limits is drawn from, when somebody has asked it something. */
export interface TimeLimits {
  readonly kind: TimeLimitKind | null;
  /** As it was typed. */
  readonly day: string;
  /** What was not understood, or lies outside of what the rules know. */
  readonly fault: 'kind' | 'day' | 'range' | null;
  /** ISO date that was counted from. */
  readonly from: string | null;
  readonly steps: readonly TimeLimit[];
}
