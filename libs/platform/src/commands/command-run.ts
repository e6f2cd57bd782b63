import type { RequestContext } from '@minh-bach/http';
import type { Decider, DomainEvent, RecordedEvent } from '@minh-bach/kernel';

/** When a thing happened, where that is not now: paper is typed in days later. */
export interface Occurrence {
  readonly at: string;
  readonly reason?: string;
}

/** A stream as a command is decided on it. */
export interface Loaded<S> {
  readonly state: S;
  /** -1 when there is no stream. */
  readonly revision: number;
}

export interface CommandRun<S, C, E extends DomainEvent> {
  readonly decider: Decider<S, C, E>;
  readonly stream: string;
  readonly command: C;
  readonly context: RequestContext;
  readonly occurred?: Occurrence;
  /** The whole stream as it was read for this request: read again only where that is out of date. */
  readonly read?: readonly RecordedEvent<E>[];
  /**
   * What has to be read elsewhere about this very revision, such as whether they may know of it: on each
   * attempt it is asked between loading and all other refusals. The append expects the revision that it was asked of, so both hold or neither.
   *
   * @throws DomainError what refuses the command
   */
  readonly beforeDecision?: (loaded: Loaded<S>) => Promise<void>;
  /** How far back the decider remembers: of a stream that grows for ever only its end is read. */
  readonly remembersMs?: number;
}

export interface CommandOutcome<S, E extends DomainEvent> {
  readonly stream: string;
  /** Of the stream right after the command, as people see it (`toldOf`); -1 when there is no stream. */
  readonly revision: number;
  /** Of the command's last event; absent when nothing had to happen. */
  readonly position?: string;
  /** What the command stored, now or at its first try. */
  readonly events: readonly RecordedEvent<E>[];
  readonly state: S;
}

/** What every command answers of its outcome. */
export const commandAnswerOf = ({
  revision,
  position,
}: {
  revision: number;
  position?: string;
}) => ({
  revision,
  position: position ?? null,
});
