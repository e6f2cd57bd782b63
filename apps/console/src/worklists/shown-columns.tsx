import type { Shown, ShownColumn, ShownColumns } from '@minh-bach/contracts/browser';
import { dayMonthYear } from '../i18n/dates.ts';
import type { Column } from './worklist.tsx';

const CELLS: Readonly<Record<ShownColumn['kind'], (value: string) => string>> = {
  day: dayMonthYear,
};

/** The columns that a contract declares; to add one nothing is written here. */
export const shownColumns = <Columns extends ShownColumns>(
  columns: Columns,
): Column<{ readonly shown: Shown<Columns> }>[] =>
  Object.entries(columns).map(([name, { kind, head }]) => {
    const valueOf = ({ shown }: { readonly shown: Shown<Columns> }) => shown[name] ?? null;
    return {
      head,
      narrow: true,
      isEmpty: (row) => valueOf(row) === null,
      cell: (row) => {
        const value = valueOf(row);
        return value === null ? '–' : CELLS[kind](value);
      },
    };
  });
