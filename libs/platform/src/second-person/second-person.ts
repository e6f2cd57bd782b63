import {
  roleFor,
  type Acting,
  type Action,
  type Role,
  type SecondPersonWhat,
} from '@minh-bach/contracts';
import { DomainError, type Actor, type DomainEvent, type RecordedEvent } from '@minh-bach/kernel';
import type { ServiceRuntime } from '../service/service-runtime.ts';

/** What an event does to the proposals that wait: one opens in place of the last, one more, one fewer, none. */
export interface Move {
  readonly what: SecondPersonWhat;
  readonly to: 'one' | 'more' | 'fewer' | 'none';
}

/** Somebody in a post, who asks. */
export interface SecondAsker {
  readonly actor: Actor;
  /** Of the acting post. */
  readonly roles: readonly Role[];
}

/** What waits, as the stream tells it. */
export interface Waiting {
  readonly what: SecondPersonWhat;
  readonly by: Acting;
}

/** What a service's matters have that takes two persons. */
export interface SecondPersons {
  /** With the number behind it, the name of a matter's stream. */
  readonly prefix: string;
  /** @param note after the event */
  readonly movesOf: (event: DomainEvent, note: unknown) => readonly Move[];
  /** What a row remembers of a matter, where an event alone does not tell what it opens. */
  readonly noteAfter?: (note: unknown, event: DomainEvent) => unknown;
  /** Nothing of it waits for anybody whom it ever named, whatever it is called. */
  readonly isShutToNamed?: true;
  /**
   * What this person may confirm of it now, asked as its commands ask it.
   *
   * @throws DomainError `NOT_FOUND` where it is not theirs to see
   */
  readonly mineOf: (
    service: ServiceRuntime,
    number: string,
    asker: SecondAsker,
  ) => Promise<{
    readonly unit: string;
    readonly waiting: readonly Waiting[];
    readonly events: readonly RecordedEvent[];
  }>;
}

/** The asker as the one who does this: another right may be another role of the same post. */
export const actorFor = ({ actor, roles }: SecondAsker, action: Action): Actor | undefined => {
  const role = roleFor(action, roles);
  return role && { ...actor, role };
};

/** As the one who reads it. @throws DomainError `NOT_FOUND` where they may not */
export function readerFor(asker: SecondAsker, action: Action): Actor {
  const reader = actorFor(asker, action);
  if (!reader) throw new DomainError('NOT_FOUND');
  return reader;
}
