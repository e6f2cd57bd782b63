import type { Position } from '@minh-bach/event-store';
import type { Failure } from './failure.ts';

export interface RebuildProgress {
  readonly phase: 'building' | 'swapping' | 'done';
  /** Events applied so far. */
  readonly done: number;
  /** As many as the live rows were made of; the log may have grown since. */
  readonly total: number;
  readonly eventsPerSecond: number;
}

export interface ReadModelStatus {
  /**
   * `standby`: another process runs it. `retrying`: what is wrong should pass by itself.
   * `failed`: stands still until somebody acts; the old rows can be read.
   */
  readonly state: 'stopped' | 'standby' | 'running' | 'rebuilding' | 'retrying' | 'failed';
  /** As far as this process knows. */
  readonly checkpoint: Position | undefined;
  /** Whether this process has come to the head of the log since it took the lease. */
  readonly caughtUp: boolean;
  readonly error?: Failure;
  readonly rebuild?: RebuildProgress;
}
