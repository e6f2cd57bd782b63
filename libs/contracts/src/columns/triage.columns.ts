import { words } from '../localized.ts';
import { day, type ShownColumns } from './column.ts';

/**
 * What the worklist of triage shows beside number, gist, state and due date. A column takes this line and
 * one in the projection, whose version it raises.
 */
export const TRIAGE_COLUMNS = {
  /** The last day on which the level above urged it. */
  urgedOn: day(words('Ngày đôn đốc', 'Urged on')),
} as const satisfies ShownColumns;
