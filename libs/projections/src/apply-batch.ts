import type { Position, StoredEvent } from '@minh-bach/event-store';
import type { EventRegistry, RecordedEvent } from '@minh-bach/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { moveCheckpoint, type Checkpoint } from './checkpoint.ts';
import { failedAt } from './failure.ts';
import type { Settings } from './options.ts';
import { noteSources } from './seen-sources.ts';

export interface Batch {
  readonly events: readonly StoredEvent[];
  /** All events of the service up to here have been applied after this batch. */
  readonly position: Position;
}

/**
 * Rows of all projections and the checkpoint in one transaction. Before an event that cannot be
 * decoded, what precedes it is still applied: the read model stops at that event exactly.
 *
 * @returns the checkpoint as it is now
 */
export async function applyBatch(
  dataSource: DataSource,
  settings: Settings,
  from: Checkpoint,
  { events, position }: Batch,
): Promise<Checkpoint> {
  const { decoded, failure } = decode(settings.registry, events);
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
  { projections, sourceOf }: Settings,
  batch: readonly RecordedEvent[],
): Promise<void> {
  for (const projection of projections) {
    try {
      await projection.apply(batch, manager);
    } catch (error) {
      const [from, to] = [batch[0]?.position, batch.at(-1)?.position];
      throw failedAt(error, { projection: projection.name, from, to });
    }
  }
  if (sourceOf) await noteSources(manager, batch, sourceOf);
}

function decode(
  registry: EventRegistry,
  events: readonly StoredEvent[],
): { decoded: RecordedEvent[]; failure?: unknown } {
  const decoded: RecordedEvent[] = [];
  for (const { id, stream, revision, position, type, data, metadata } of events) {
    try {
      decoded.push({ id, stream, revision, position, ...registry.decode(type, data, metadata) });
    } catch (error) {
      return { decoded, failure: failedAt(error, { type, stream, revision, position }) };
    }
  }
  return { decoded };
}
