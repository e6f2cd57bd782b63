import { TRIAGE_COLUMNS, words, type TriageRow } from '@minh-bach/contracts';
import { listedColumns, type CsvColumn } from '@minh-bach/platform';

/** The list as a file. */
export const PETITION_COLUMNS: readonly CsvColumn<TriageRow>[] = listedColumns(
  { head: words('Số đơn', 'Number'), cell: ({ number }) => number },
  { head: words('Ngày nhận', 'Received on'), cell: ({ receivedOn }) => receivedOn },
  ...Object.entries(TRIAGE_COLUMNS).map(([name, { head }]) => ({
    head,
    cell: ({ shown }: TriageRow) => shown[name as keyof typeof TRIAGE_COLUMNS] ?? null,
  })),
);
