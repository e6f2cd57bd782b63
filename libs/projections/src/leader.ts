import type { Position } from '@minh-bach/event-store';

/** A read model as seen by one that stays behind it, in the same database. */
export interface Leader {
  readonly schema: string;
  /** How far its rows have come, by the database: another process may run it, or have swapped it. */
  position(): Promise<Position | undefined>;
  /** Until its rows hold all up to there, or `signal` aborts. */
  hasCommitted(position: Position, signal: AbortSignal): Promise<void>;
  wasBuilt(): Promise<boolean>;
  /** @throws DomainError `READ_MODEL_STOPPED` */
  check(): void;
}
