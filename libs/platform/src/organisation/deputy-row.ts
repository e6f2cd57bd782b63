import type { DeputyEntry } from '@minh-bach/contracts';
import type { DeputyRow } from './organisation.entities.ts';

/** Revoked once more, a deputation has been so since the first time. @param on the day of the entry */
export function deputyRow(entry: DeputyEntry, on: string, before?: DeputyRow): DeputyRow {
  const { id, post, deputy, holder = null, alone = false, from, to, revoked } = entry;
  const revokedFrom = revoked ? (before?.revokedFrom ?? on) : null;
  return { id, post, deputy, holder, alone, from, to, revokedFrom };
}
