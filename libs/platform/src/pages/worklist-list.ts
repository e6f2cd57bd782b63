import type { LIST_SORTS } from '@minh-bach/contracts';
import type { Actor } from '@minh-bach/kernel';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { ListedClock } from '../rows/clock-columns.ts';

/** Columns that every worklist has: whose it is, whether it is done, when it is due, what it is found by. */
export interface WorklistRow extends ObjectLiteral {
  /** The one line of its content in clear, as it was when the matter came here. */
  gist: string | null;
  readonly unit: string;
  readonly open: boolean;
  readonly clocks: readonly ListedClock[];
  readonly dueAt: Date;
  /** `searchWords` of its numbers and its gist. */
  readonly words: string;
}

/** A worklist of a service: its table, and what may be asked of it. */
export interface WorklistList<Row extends WorklistRow> {
  readonly entity: EntityTarget<Row>;
  /** The unique column that ends the sort. */
  readonly key: keyof Row & string;
  /** With the key behind it, the name of the row's stream. */
  readonly prefix: string;
  /** The day by which it is narrowed and sorted. */
  readonly on: keyof Row & string;
  /** Numbers that a row is found by. */
  readonly numbersOf: (row: Row) => readonly string[];
  /** Filters that ask for one value, by the SQL of what is compared. */
  readonly filters: Readonly<Record<string, string>>;
  /** Views beside `open`, `unit`, `overdue` and `all`. */
  readonly narrow?: (
    query: SelectQueryBuilder<Row>,
    view: string,
    actor: Actor,
    /** ISO date in Việt Nam. */
    today: string,
  ) => void;
}

/** What is asked of a worklist; its own filters stand beside these. */
export interface WorklistAsked {
  readonly view: string;
  readonly limit: number;
  readonly cursor?: string;
  readonly unit?: string;
  readonly due?: 'overdue' | 'soon';
  readonly from?: string;
  readonly to?: string;
  readonly sort?: (typeof LIST_SORTS)[number];
  /** Words to look for. */
  readonly q?: string;
}
