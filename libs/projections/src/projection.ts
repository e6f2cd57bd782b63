import type { StoredEvent } from '@minh-bach/event-store';
import type { RecordedEvent } from '@minh-bach/kernel';
import type { EntityManager } from 'typeorm';

/** Turns events into rows. All projections of a read model share one checkpoint. */
export interface Projection {
  /** Unique within the read model; kept with the checkpoint, so never renamed without a thought. */
  readonly name: string;
  /**
   * Raise it whenever the same events would give other rows: on its next start the service then
   * builds a new read model beside the live one and swaps.
   */
  readonly version: number;
  /**
   * Streams of other services that this projection reads beside the service's own, by prefix. Their
   * events come as they were written, in whatever version; the other projections do not get them.
   */
  readonly follows?: readonly string[];
  /** Of those, what says nothing by its place alone: it is neither parsed nor applied. */
  skips?(place: Pick<StoredEvent, 'stream' | 'revision'>): boolean;
  /**
   * The batch is in log order and holds every event of the service: skip what does not matter. Rows
   * and checkpoint commit together, so each event counts once, whatever dies. Write sets (one upsert
   * of many rows), await each statement, and take time from the events, never from a clock.
   */
  apply(batch: readonly RecordedEvent[], manager: EntityManager): Promise<void>;
}

/** What built the rows: projection name → version. */
export type Versions = Readonly<Record<string, number>>;

export const versionsOf = (projections: readonly Projection[]): Versions =>
  Object.fromEntries(projections.map(({ name, version }) => [name, version]));

/**
 * `newer`: this code has to rebuild. `older`: the rows were built by newer code, or hold a
 * projection that this code does not know; going on would leave it behind in silence.
 */
export function compareVersions(own: Versions, stored: Versions): 'same' | 'newer' | 'older' {
  const raised = Object.entries(own).some(([name, version]) => version > (stored[name] ?? -1));
  const lowered = Object.entries(own).some(([name, version]) => version < (stored[name] ?? -1));
  const unknown = Object.keys(stored).some((name) => !(name in own));
  if (lowered) return 'older';
  if (raised) return 'newer';
  return unknown ? 'older' : 'same';
}
