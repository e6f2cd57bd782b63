import type { ShownColumns } from './column.ts';

/**
 * What the worklist of triage shows beside number, gist, state and due date. A column takes this line and
 * one in the projection, whose version it raises.
 */
export const TRIAGE_COLUMNS = {} as const satisfies ShownColumns;
