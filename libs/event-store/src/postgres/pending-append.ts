import type { AppendResult, EventData, ExpectedRevision } from '../event-store.ts';

/** An append that waits for its answer. */
export interface PendingAppend {
  readonly stream: string;
  readonly events: readonly EventData[];
  readonly expected: ExpectedRevision;
  readonly bytes: number;
  /** When it is given up, on the clock of `performance.now()`. */
  readonly deadline: number;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
  /** An attempt was sent and not answered: it may be stored. */
  maybeStored: boolean;
  /** Its batch failed: it goes by itself now. */
  alone: boolean;
}
