import { DomainError, type EventRegistry, type RecordedEvent } from '@minh-bach/kernel';
import { lastRevision, toldOf } from './read-stream.ts';

/**
 * What the person saw must be what is there. What is aside makes nothing stale, such as notes: otherwise
 * people who only write notes keep all others from deciding.
 *
 * @param seen the revision of `If-Match` (RFC 9110, 13.1.1); `undefined` where none is asked for
 * @throws DomainError `REVISION_CHANGED`, with what came since
 */
export function refuseUnseen(
  registry: Pick<EventRegistry, 'definition'>,
  recorded: readonly RecordedEvent[],
  seen: number | undefined,
): void {
  if (seen === undefined) return;
  const history = toldOf(registry, recorded);
  const last = lastRevision(history);
  if (seen === last) return;
  const since = history.filter(({ revision }) => revision > seen);
  // Not a revision that was never there, nor one before what was read.
  const wasThere = seen < last && since.length < history.length;
  if (
    wasThere &&
    since.every(({ event: { type, data } }) => registry.definition(type).isAside?.(data))
  )
    return;
  throw new DomainError('REVISION_CHANGED', {
    seenRevision: seen,
    actualRevision: last,
    since: since.map(({ event, metadata, revision }) => ({
      revision,
      type: event.type,
      by: metadata.actor.person,
      at: metadata.recordedAt,
    })),
  });
}
