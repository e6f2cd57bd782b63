import {
  CONCLUSION_WORDS,
  RESPONSE_LIST_COLUMNS,
  words,
  type responseRowSchema,
} from '@minh-bach/contracts';
import { listedColumns, shownCsv, type CsvColumn } from '@minh-bach/platform';
import type { z } from 'zod';

type ResponseRow = z.infer<typeof responseRowSchema>;

/** The list as a file. */
export const RESPONSE_COLUMNS: readonly CsvColumn<ResponseRow>[] = listedColumns<ResponseRow>(
  { head: words('Vụ việc', 'Case'), cell: (row) => row.case },
  { head: words('Đơn', 'Petitions'), cell: ({ petitions }) => petitions.join(' ') },
  { head: words('Ngày kết luận', 'Concluded on'), cell: ({ concludedOn }) => concludedOn },
  {
    head: words('Kết luận', 'Conclusion'),
    cell: ({ conclusion }, both) => both(CONCLUSION_WORDS[conclusion]),
  },
  ...shownCsv(RESPONSE_LIST_COLUMNS),
  { head: words('Số quyết định', 'Decision'), cell: ({ decisionNumber }) => decisionNumber },
);
