import { DomainError, type Decider, type DomainEvent, type RecordedEvent } from '@minh-bach/kernel';
import { lastRevision, stateOf } from './read-stream.ts';

/**
 * What the person saw must be what is there. What came since and leaves the state as it was (a note)
 * changes nothing that a decision rests on: otherwise people who only write notes keep all others from
 * deciding.
 *
 * @param seen the revision of `If-Match` (RFC 9110, 13.1.1); `undefined` where none is asked for
 * @throws DomainError `REVISION_CHANGED`, with what came since
 */
export function refuseUnseen<S, E extends DomainEvent>(
  decider: Pick<Decider<S, never, E>, 'initialState' | 'evolve'>,
  history: readonly RecordedEvent<E>[],
  seen: number | undefined,
): void {
  const last = lastRevision(history);
  if (seen === undefined || seen === last) return;
  const since = history.filter(({ revision }) => revision > seen);
  // A revision that was never there, or one before what was read.
  const isKnown = seen < last && since[0]?.revision === seen + 1 && since.length < history.length;
  if (isKnown) {
    const state = stateOf(decider, history.slice(0, -since.length));
    if (since.reduce((s, r) => decider.evolve(s, r.event, r.metadata), state) === state) return;
  }
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
