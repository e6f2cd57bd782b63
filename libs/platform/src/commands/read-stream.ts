import { isAfter, type EventStore, type Position, type StoredEvent } from '@minh-bach/event-store';
import {
  parseBytes,
  type Decider,
  type DomainEvent,
  type EventMetadata,
  type EventRegistry,
  type RecordedEvent,
} from '@minh-bach/kernel';

/** Whose keys seal a stream: the matter it is named after (`intake.petition-D26-…` → `D26-…`). */
export const ownerOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

export function decodeStored<E extends DomainEvent>(
  registry: EventRegistry,
  stored: StoredEvent,
): RecordedEvent<E> {
  const { id, stream, revision, position } = stored;
  return {
    id,
    stream,
    revision,
    position,
    ...(registry.decode(stored.type, stored.data, stored.metadata) as {
      event: E;
      metadata: RecordedEvent['metadata'];
    }),
  };
}

/** What its events have made of a stream. */
export const stateOf = <S, E extends DomainEvent>(
  decider: Pick<Decider<S, never, E>, 'initialState' | 'evolve'>,
  events: readonly RecordedEvent<E>[],
): S => events.reduce((s, r) => decider.evolve(s, r.event, r.metadata), decider.initialState);

/** -1 when there is no stream. */
export const lastRevision = (events: readonly RecordedEvent[]): number =>
  events.at(-1)?.revision ?? -1;

/** Of one stream, what people are told of, by the revisions that they see: what is untold leaves no gap. */
export function toldOf<E extends DomainEvent>(
  registry: Pick<EventRegistry, 'definition'>,
  events: readonly RecordedEvent<E>[],
): readonly RecordedEvent<E>[] {
  const isUntold = ({ event }: RecordedEvent<E>) => registry.definition(event.type).isUntold;
  if (!events.some(isUntold)) return events;
  let untold = 0;
  return events.flatMap((recorded) => {
    if (!isUntold(recorded)) return [{ ...recorded, revision: recorded.revision - untold }];
    untold += 1;
    return [];
  });
}

/** The last revision that people see; -1 when there is no stream. */
export const toldRevision = <E extends DomainEvent>(
  registry: Pick<EventRegistry, 'definition'>,
  events: readonly RecordedEvent<E>[],
): number => lastRevision(toldOf(registry, events));

/**
 * A stream from its first event, to its end or to a place in the log.
 *
 * @param recordedBy milliseconds since 1970: what was recorded later is left out, and not decoded
 */
export async function readStream<E extends DomainEvent>(
  store: EventStore,
  registry: EventRegistry,
  stream: string,
  until?: Position,
  recordedBy?: number,
): Promise<RecordedEvent<E>[]> {
  const events: RecordedEvent<E>[] = [];
  for await (const stored of store.readStream(stream)) {
    if (until !== undefined && isAfter(stored.position, until)) break;
    // Two processes have two clocks: a later event may say an earlier time, so all are looked at.
    if (recordedBy !== undefined && !(recordedAt(stored) <= recordedBy)) continue;
    events.push(decodeStored<E>(registry, stored));
  }
  return events;
}

/** Milliseconds since 1970; `NaN`, which is by no time, for an event that says none. */
const recordedAt = ({ metadata }: StoredEvent): number =>
  Date.parse((parseBytes(metadata) as Partial<EventMetadata>).recordedAt ?? '');

/**
 * The end of a stream: what was recorded since an instant, and the event before that, whatever its age.
 *
 * @param since milliseconds since 1970
 */
export async function readEndOfStream<E extends DomainEvent>(
  store: EventStore,
  registry: EventRegistry,
  stream: string,
  since: number,
): Promise<RecordedEvent<E>[]> {
  const newestFirst: RecordedEvent<E>[] = [];
  for await (const stored of store.readStream(stream, { direction: 'backwards' })) {
    const recorded = decodeStored<E>(registry, stored);
    newestFirst.push(recorded);
    if (Date.parse(recorded.metadata.recordedAt) < since) break;
  }
  return newestFirst.reverse();
}
