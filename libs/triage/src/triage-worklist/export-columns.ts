import { TRIAGE_COLUMNS, words, type TriageRow } from '@minh-bach/contracts';
import { listedColumns, shownCsv, type CsvColumn } from '@minh-bach/platform';

/** The list as a file. */
export const PETITION_COLUMNS: readonly CsvColumn<TriageRow>[] = listedColumns<TriageRow>(
  { head: words('Số đơn', 'Number'), cell: ({ number }) => number },
  { head: words('Ngày nhận', 'Received on'), cell: ({ receivedOn }) => receivedOn },
  ...shownCsv(TRIAGE_COLUMNS),
);
