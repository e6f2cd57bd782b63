import { words, type caseRowSchema } from '@minh-bach/contracts';
import { listedColumns, type CsvColumn } from '@minh-bach/platform';
import type { z } from 'zod';

/** The list as a file. */
export const CASE_COLUMNS: readonly CsvColumn<z.infer<typeof caseRowSchema>>[] = listedColumns(
  { head: words('Vụ việc', 'Case'), cell: (row) => row.case },
  { head: words('Đơn', 'Petitions'), cell: ({ petitions }) => petitions.join(' ') },
  { head: words('Ngày thụ lý', 'Accepted on'), cell: ({ acceptedOn }) => acceptedOn },
  { head: words('Người giữ', 'Holder'), cell: ({ assignee }) => assignee && assignee.name },
);
