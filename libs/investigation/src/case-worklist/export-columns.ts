import { CASE_LIST_COLUMNS, words, type caseRowSchema } from '@minh-bach/contracts';
import { listedColumns, shownCsv, type CsvColumn } from '@minh-bach/platform';
import type { z } from 'zod';

type Row = z.infer<typeof caseRowSchema>;

/** The list as a file. */
export const CASE_COLUMNS: readonly CsvColumn<Row>[] = listedColumns<Row>(
  { head: words('Vụ việc', 'Case'), cell: (row) => row.case },
  { head: words('Đơn', 'Petitions'), cell: ({ petitions }) => petitions.join(' ') },
  { head: words('Ngày thụ lý', 'Accepted on'), cell: ({ acceptedOn }) => acceptedOn },
  ...shownCsv(CASE_LIST_COLUMNS),
  { head: words('Người giữ', 'Holder'), cell: ({ assignee }) => assignee && assignee.name },
);
