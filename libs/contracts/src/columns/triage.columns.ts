import type { ShownColumns } from './column.ts';
import { URGED_ON } from './urged-on.ts';

/**
 * What the worklist of triage shows beside number, gist, state and due date. A column takes this line and
 * one in the projection, whose version it raises.
 */
export const TRIAGE_COLUMNS = {
  urgedOn: URGED_ON,
} as const satisfies ShownColumns;
