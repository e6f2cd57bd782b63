import type { ClockStarted, LocalizedText } from '@minh-bach/contracts';
import { explainDeadline } from '@minh-bach/rules';

/** Why a clock ends on its day, in words. An old event brought them along: they are told as they stand. */
export const explanationOf = (clock: ClockStarted): LocalizedText =>
  'explanation' in clock ? clock.explanation : explainDeadline(clock);
