import {
  KIND_WORDS,
  words,
  type ListedDue,
  type LocalizedText,
  type PetitionKind,
  type Shown,
  type ShownColumns,
} from '@minh-bach/contracts';
import type { CsvColumn } from './export-csv.ts';

/** The columns that a contract declares, as they stand in a file. */
export const shownCsv = <Columns extends ShownColumns>(
  columns: Columns,
): CsvColumn<{ readonly shown: Shown<Columns> }>[] =>
  Object.entries(columns).map(([name, { head }]) => ({
    head,
    cell: ({ shown }) => shown[name] ?? null,
  }));

interface Listed {
  readonly kind: PetitionKind;
  readonly gist: string | null;
  readonly unit: { readonly name: LocalizedText };
  readonly stateText: LocalizedText;
  readonly due: ListedDue | null;
}

const column = <Item>(head: LocalizedText, cell: CsvColumn<Item>['cell']): CsvColumn<Item> => ({
  head,
  cell,
});

/** Columns that every list has, with its own between them: what leaves is what the page shows, no more. */
export const listedColumns = <Item extends Listed>(
  number: CsvColumn<Item>,
  ...own: readonly CsvColumn<Item>[]
): readonly CsvColumn<Item>[] => [
  number,
  column(words('Loại', 'Kind'), ({ kind }, both) => both(KIND_WORDS[kind])),
  column(words('Trích yếu', 'Gist'), ({ gist }) => gist),
  column(words('Đơn vị', 'Unit'), ({ unit }, both) => both(unit.name)),
  ...own,
  column(words('Tình trạng', 'State'), ({ stateText }, both) => both(stateText)),
  column(words('Việc đến hạn', 'What is due'), ({ due }, both) => due && both(due.name)),
  column(words('Hạn', 'Due on'), ({ due }) => due && due.due),
  column(words('Còn lại', 'Time left'), ({ due }, both) => due && both(due.text)),
  column(
    words('Căn cứ', 'Basis'),
    ({ due }, both) =>
      due && (due.legal ? due.law : both(words('Mục tiêu nội bộ', 'Internal target'))),
  ),
];
