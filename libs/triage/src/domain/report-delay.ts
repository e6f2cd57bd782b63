import {
  REPORT_ON_DELAY,
  change,
  clockChanges,
  endClocks,
  refusalsOf,
  reportDelay,
  storedEvent,
  type BodyOf,
} from '@minh-bach/contracts';
import { sealed, z, type EventOf } from '@minh-bach/kernel';
import type { Taken } from './petition.state.ts';

export interface ReportDelay extends BodyOf<typeof reportDelay> {
  readonly type: 'ReportDelay';
}

/** The unit told the level above why it is late. */
export const delayReported = storedEvent(
  'DelayReported',
  z.strictObject({
    letter: z.string().nullable(),
    report: sealed('working', z.string()),
    ...clockChanges,
  }),
  {
    history: ({ letter, report }) => ({
      summary: {
        vi: 'Báo cáo cấp trên lý do chậm giải quyết.',
        en: 'The delay was reported to the level above.',
      },
      changes: [
        ...(letter === null ? [] : [change('Văn bản báo cáo', 'Number of the report', letter)]),
        change('Nội dung báo cáo', 'Report', report),
      ],
    }),
  },
);

/** A report that is late is taken, too: the breach stays on record. */
export function report(
  { clocks }: Taken,
  { letter, report: text }: ReportDelay,
): EventOf<typeof delayReported> {
  const clocksEnded = endClocks(clocks, 'met', REPORT_ON_DELAY);
  if (clocksEnded.length === 0) throw refusalsOf(reportDelay)('NO_REPORT_AWAITED');
  return { type: 'DelayReported', data: { letter, report: text, clocksEnded } };
}
