import type { LocalizedText } from '../localized.ts';

/** A column that a worklist only shows: nothing sorts, filters or decides by it. */
export interface ShownColumn {
  /** What stands in it: a day, `YYYY-MM-DD`. */
  readonly kind: 'day';
  readonly head: LocalizedText;
}

/** By the name that a row's `shown` has it under. */
export type ShownColumns = Readonly<Record<string, ShownColumn>>;

/** What a row holds of them. `null`: nothing yet. */
export type Shown<Columns extends ShownColumns> = {
  readonly [Name in keyof Columns]: string | null;
};

export const day = (head: LocalizedText): ShownColumn => ({ kind: 'day', head });

export const nothingShown = <Columns extends ShownColumns>(columns: Columns): Shown<Columns> =>
  Object.fromEntries(Object.keys(columns).map((name) => [name, null])) as Shown<Columns>;
