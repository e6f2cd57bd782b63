import type { Position, StoredEvent } from '@minh-bach/event-store';
import { decodeFollowed, type RecordedEvent } from '@minh-bach/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { moveCheckpoint, type Checkpoint } from './checkpoint.ts';
import { failedAt } from './failure.ts';
import type { Settings } from './options.ts';
import type { Projection } from './projection.ts';
import { noteSources } from './seen-sources.ts';

export interface Batch {
  readonly events: readonly StoredEvent[];
  /** All events of the service up to here have been applied after this batch. */
  readonly position: Position;
}

/**
 * Rows of all projections and the checkpoint in one transaction. Before an event of its own service that
 * cannot be decoded, what precedes it is still applied: the read model stops at that event exactly.
 *
 * @returns the checkpoint as it is now
 */
export async function applyBatch(
  dataSource: DataSource,
  settings: Settings,
  from: Checkpoint,
  { events, position }: Batch,
): Promise<Checkpoint> {
  const { decoded, failure } = decode(settings, events);
  const upTo = failure ? decoded.at(-1)?.position : position;
  let at = from;
  if (upTo !== undefined) {
    at = await dataSource.transaction(async (manager) => {
      const moved = await moveCheckpoint(manager, from, upTo, decoded.length);
      if (decoded.length > 0) await applyAll(manager, settings, decoded);
      return moved;
    });
  }
  if (failure !== undefined) throw failure;
  return at;
}

async function applyAll(
  manager: EntityManager,
  { projections, sourceOf, prefix }: Settings,
  batch: readonly RecordedEvent[],
): Promise<void> {
  const own = batch.filter(({ stream }) => stream.startsWith(prefix));
  for (const projection of projections) {
    const asked = projection.follows ? followed(batch, prefix, projection.follows) : own;
    if (asked.length === 0) continue;
    try {
      await projection.apply(asked, manager);
    } catch (error) {
      const [from, to] = [asked[0]?.position, asked.at(-1)?.position];
      throw failedAt(error, { projection: projection.name, from, to });
    }
  }
  if (sourceOf) await noteSources(manager, own, sourceOf);
}

const followed = (
  batch: readonly RecordedEvent[],
  prefix: string,
  follows: NonNullable<Projection['follows']>,
): RecordedEvent[] =>
  batch.filter(({ stream }) => [prefix, ...follows].some((start) => stream.startsWith(start)));

/** Whether anything is made of an event of this place: of another service's, many say nothing. */
export const isApplied = (
  { prefix, projections }: Settings,
  { stream, revision }: Pick<StoredEvent, 'stream' | 'revision'>,
): boolean =>
  stream.startsWith(prefix) ||
  projections.some(
    ({ follows = [], skips }) =>
      follows.some((start) => stream.startsWith(start)) && !skips?.({ stream, revision }),
  );

function decode(
  settings: Settings,
  events: readonly StoredEvent[],
): { decoded: RecordedEvent[]; failure?: unknown } {
  const { registry, prefix, schema, unreadable } = settings;
  const decoded: RecordedEvent[] = [];
  for (const { id, stream, revision, position, type, data, metadata } of events) {
    if (!stream.startsWith(prefix)) {
      if (!isApplied(settings, { stream, revision })) continue;
      const { isReadable, ...read } = decodeFollowed(type, data, metadata);
      if (!isReadable)
        unreadable.note('error', 'an event of another service is not readable', {
          ...{ schema, type, stream, revision },
        });
      decoded.push({ id, stream, revision, position, ...read });
      continue;
    }
    try {
      const read = registry.decode(type, data, metadata);
      decoded.push({ id, stream, revision, position, ...read });
    } catch (error) {
      return { decoded, failure: failedAt(error, { type, stream, revision, position }) };
    }
  }
  return { decoded };
}
