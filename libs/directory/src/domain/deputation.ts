import {
  DEPUTY_BEGINS_WITHIN_DAYS,
  DEPUTY_DAYS_AT_MOST,
  recordEntry,
  refusalsOf,
  type DeputyEntry,
} from '@minh-bach/contracts';
import { daysBetween } from './days.ts';
import type { Entry } from './entry.events.ts';

const refuse = refusalsOf(recordEntry);

/**
 * A deputation as it may be said today: nobody acted in the past by what is said today; what runs may
 * only end before its time, at once if need be; it begins soon; its days are bounded; nobody deputises for
 * themselves. What is revoked may have any days.
 */
export function deputationToday(
  entry: DeputyEntry,
  before: Entry | null,
  today: string,
): DeputyEntry {
  const known = before?.kind === 'deputy' ? before : undefined;
  // Ids are put together from parts with dots in them: two deputations may look alike.
  if (known && (known.post !== entry.post || known.deputy !== entry.deputy))
    throw refuse('ENTRY_OF_ANOTHER_KIND');
  if (entry.revoked) {
    if (!known) throw refuse('DEPUTATION_UNKNOWN');
    return { ...known, revoked: true };
  }
  if (entry.from < today) return shortened(entry, known, today);
  if (daysBetween(today, entry.from) > DEPUTY_BEGINS_WITHIN_DAYS)
    throw refuse('DEPUTY_TOO_FAR', { atMost: DEPUTY_BEGINS_WITHIN_DAYS });
  if (entry.to < entry.from) throw refuse('PERIOD_BACKWARDS');
  if (daysBetween(entry.from, entry.to) >= DEPUTY_DAYS_AT_MOST)
    throw refuse('DEPUTY_TOO_LONG', { atMost: DEPUTY_DAYS_AT_MOST });
  if (entry.deputy === entry.holder) throw refuse('DEPUTY_NOT_FIT');
  return entry;
}

function shortened(entry: DeputyEntry, known: DeputyEntry | undefined, today: string): DeputyEntry {
  if (!known || known.revoked || entry.to < today || entry.to > known.to)
    throw refuse('DEPUTY_BACKDATED');
  return { ...known, to: entry.to };
}
