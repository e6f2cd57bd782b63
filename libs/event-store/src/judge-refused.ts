import { DomainError } from '@minh-bach/kernel';
import type { AppendResult, EventData, ExpectedRevision, StoredEvent } from './event-store.ts';

export interface RefusedAppend {
  readonly stream: string;
  readonly events: readonly EventData[];
  readonly expected: ExpectedRevision;
}

/** First and last revision the append would have got; `undefined` where it expected `any`. */
export function wantedRevisions({ events, expected }: RefusedAppend) {
  if (expected === 'any') return undefined;
  const first = expected === 'none' ? 0 : expected + 1;
  return { first, last: first + events.length - 1 };
}

/**
 * What to answer to an append that the engine did not take: the first answer again when it is a
 * repetition, else why not. One rule for all engines.
 *
 * @param actual last revision of the stream, `none` when there is none
 * @param stored the events at the wanted revisions, and those with its ids as far as the engine can
 *   look them up; in order of revision
 * @throws DomainError `ID_CONFLICT` {stream, id}
 * @throws DomainError `WRONG_EXPECTED_REVISION` {stream, expected, actual}
 */
export function judgeRefused(
  append: RefusedAppend,
  actual: number | 'none',
  stored: readonly StoredEvent[],
): AppendResult {
  const { stream, events, expected } = append;
  const ids = new Set(events.map(({ id }) => id));
  const known = stored.filter(({ id }) => ids.has(id));
  const first = wantedRevisions(append)?.first ?? known[0]?.revision;

  const repeated =
    known.length === events.length &&
    events.every((event, i) => {
      const there = known[i];
      return there && there.revision === first! + i && sameBytes(event, there);
    });
  const last = known.at(-1);
  if (repeated && last) return { revision: last.revision, position: last.position };

  if (known[0]) throw new DomainError('ID_CONFLICT', { stream, id: known[0].id });
  throw new DomainError('WRONG_EXPECTED_REVISION', { stream, expected, actual });
}

const sameBytes = (a: EventData, b: EventData): boolean =>
  a.id === b.id &&
  a.type === b.type &&
  Buffer.compare(a.data, b.data) === 0 &&
  Buffer.compare(a.metadata, b.metadata) === 0;
