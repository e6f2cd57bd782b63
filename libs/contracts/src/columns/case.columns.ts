import type { ShownColumns } from './column.ts';
import { URGED_ON } from './urged-on.ts';

/** What the lists of cases and of decisions show beside their own columns. */
export const CASE_LIST_COLUMNS = { urgedOn: URGED_ON } as const satisfies ShownColumns;
export const RESPONSE_LIST_COLUMNS = { urgedOn: URGED_ON } as const satisfies ShownColumns;
