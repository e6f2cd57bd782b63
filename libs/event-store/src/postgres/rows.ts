import { positionOf } from '../position.ts';
import type { StoredEvent } from '../event-store.ts';

export interface EventRow {
  /** bigint, as `pg` gives it. */
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

export const columns = 'position, stream, revision, id, type, data, metadata';

export const eventFrom = (log: string, row: EventRow): StoredEvent => ({
  id: row.id,
  type: row.type,
  data: row.data,
  metadata: row.metadata,
  stream: row.stream,
  revision: row.revision,
  position: positionOf(log, row.position),
});
