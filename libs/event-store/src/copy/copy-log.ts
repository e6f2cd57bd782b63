import { DomainError, isDomainError } from '@minh-bach/kernel';
import { isAfter, isOfSameLog } from '../position.ts';
import { appendsOf, together, type RunOfEvents } from './appends-of.ts';
import { sameEnvelope } from './envelope.ts';
import { proofOf, type Proof } from './log-proof.ts';
import type {
  AppendsInOrder,
  EventStore,
  ExpectedRevision,
  Position,
  StoredEvent,
} from '../event-store.ts';

export interface CopyLogOptions {
  /** A log, or what reads like one. */
  readonly from: Pick<EventStore, 'head' | 'readAll'>;
  readonly to: EventStore & Partial<AppendsInOrder>;
  /** Called before the first event is added; not where none is missing, nor where something else is there. */
  readonly beforeChange?: () => Promise<void>;
  /** Called for each event that was compared or proved, and each append. */
  readonly onProgress?: (progress: CopyProgress) => void;
}

export interface CopyProgress {
  /** `comparing` what is there already, `copying` the rest, `proving` that both logs are the same. */
  readonly phase: 'comparing' | 'copying' | 'proving';
  /** Events of the source that this phase is past; while proving, those of both logs. */
  readonly events: number;
}

export interface CopiedLog extends Proof {
  /** How many of the events this run has added. */
  readonly copied: number;
  /** Where the source ended when the copy began: all up to here is in the target. */
  readonly upTo: Position;
  /** The source has grown since then: what came later is not copied. */
  readonly sourceGrew: boolean;
}

/**
 * Brings a log into another engine: the same events with the same streams, revisions, ids, types and
 * bytes, in the same order, at positions of the target's own.
 *
 * It keeps no notes. What the target holds is compared with the source, then the rest is appended, one
 * append after the other, or several in one transaction, so that the order between streams holds. It may be killed at any moment: a
 * target always holds a beginning of the source, and the next run goes on behind it.
 *
 * @throws DomainError `SAME_LOG`: source and target are one log, or one is a backup of the other
 * @throws DomainError `LOG_DIFFERS` {stream, revision, sourcePosition, targetPosition}: the target holds
 *   something else there; nothing was added
 * @throws DomainError `TARGET_LONGER` {stream, revision, targetPosition}: all of the source, and more
 * @throws DomainError `TARGET_CHANGED` {stream, revision}: another writer is at the target, or the source
 *   lacks the beginning of that stream
 * @throws DomainError `COPY_DIFFERS` {source, target}: read again at the end, they are not the same
 * @throws DomainError `APPEND_AMBIGUOUS`, `STORE_UNAVAILABLE`: the next run goes on
 */
export async function copyLog({
  from,
  to,
  beforeChange = () => Promise.resolve(),
  onProgress = () => {},
}: CopyLogOptions): Promise<CopiedLog> {
  const upTo = await from.head();
  if (isOfSameLog(upTo, await to.head())) throw new DomainError('SAME_LOG');

  const copied = await addWhatIsMissing({ from, to, beforeChange, onProgress }, upTo);

  const proving = (before: number) => (events: number) =>
    onProgress({ phase: 'proving', events: before + events });
  const source = await proofOf(until(from.readAll(), upTo), proving(0));
  const target = await proofOf(to.readAll(), proving(source.events));
  if (source.digest !== target.digest) throw new DomainError('COPY_DIFFERS', { source, target });
  return { ...target, copied, upTo, sourceGrew: isAfter(await from.head(), upTo) };
}

/**
 * Whether what the target holds is a beginning of the source.
 *
 * @throws DomainError `LOG_DIFFERS`, `TARGET_LONGER`, as `copyLog`
 */
export async function refuseOtherEvents({
  from,
  to,
  onProgress = () => {},
}: Pick<CopyLogOptions, 'from' | 'to' | 'onProgress'>): Promise<void> {
  const known = to.readAll()[Symbol.asyncIterator]();
  try {
    let there = await known.next();
    if (there.done) return;
    let events = 0;
    for await (const event of from.readAll()) {
      if (!sameEnvelope(event, there.value)) throw differs(event, there.value);
      onProgress({ phase: 'comparing', events: (events += 1) });
      there = await known.next();
      if (there.done) return;
    }
    throw longer(there.value);
  } finally {
    await known.return?.();
  }
}

/** @returns how many events it added */
async function addWhatIsMissing(
  { from, to, beforeChange, onProgress }: Required<CopyLogOptions>,
  upTo: Position,
): Promise<number> {
  const known = to.readAll()[Symbol.asyncIterator]();
  let compared = 0;
  let copied = 0;
  try {
    let there = await known.next();
    const missing = async function* (): AsyncGenerator<StoredEvent> {
      for await (const event of until(from.readAll(), upTo)) {
        if (there.done) {
          yield event;
          continue;
        }
        if (!sameEnvelope(event, there.value)) throw differs(event, there.value);
        compared += 1;
        onProgress({ phase: 'comparing', events: compared });
        there = await known.next();
      }
      if (!there.done) throw longer(there.value);
    };
    const tell = (run: RunOfEvents) => {
      copied += run.events.length;
      onProgress({ phase: 'copying', events: compared + copied });
    };
    for await (const runs of together(appendsOf(missing()))) {
      if (copied === 0) await beforeChange();
      if (await landedAtOnce(to, runs)) runs.forEach(tell);
      else
        for (const run of runs) {
          await append(to, run);
          tell(run);
        }
    }
  } finally {
    await known.return?.();
  }
  return copied;
}

/** @returns false where the engine has no such call, or it failed: then each is asked for by itself */
async function landedAtOnce(
  to: CopyLogOptions['to'],
  runs: readonly RunOfEvents[],
): Promise<boolean> {
  if (!to.appendInOrder || runs.length === 1) return false;
  const appends = runs.map(({ stream, first, events }) => ({
    ...{ stream, events },
    expected: expectedOf(first),
  }));
  return to.appendInOrder(appends).then(
    () => true,
    () => false,
  );
}

const expectedOf = (first: number): ExpectedRevision => (first === 0 ? 'none' : first - 1);

async function append(to: EventStore, { stream, first, events }: RunOfEvents): Promise<void> {
  try {
    await to.append(stream, events, expectedOf(first));
  } catch (error) {
    if (isDomainError(error, 'WRONG_EXPECTED_REVISION') || isDomainError(error, 'ID_CONFLICT'))
      throw new DomainError('TARGET_CHANGED', { stream, revision: first }, { cause: error });
    throw error;
  }
}

export async function* until(events: AsyncIterable<StoredEvent>, last: Position) {
  for await (const event of events) {
    if (isAfter(event.position, last)) return;
    yield event;
  }
}

const differs = (source: StoredEvent, target: StoredEvent): DomainError =>
  new DomainError('LOG_DIFFERS', {
    stream: source.stream,
    revision: source.revision,
    sourcePosition: source.position,
    targetPosition: target.position,
  });

const longer = ({ stream, revision, position }: StoredEvent): DomainError =>
  new DomainError('TARGET_LONGER', { stream, revision, targetPosition: position });
