import type { Actor } from './actor.ts';
import type { DomainEvent, EventContext } from './event.ts';

/** What a decision may know beside command and state: who asks, and what time it is. */
export interface DecisionContext {
  readonly actor: Actor;
  /** ISO instant, UTC. */
  readonly now: string;
}

/**
 * Pure. `decide` answers a command with what happened: events, none (nothing to do), or a
 * `DomainError` (refused). `evolve` folds what happened into what the next decision needs.
 */
export interface Decider<State, Command, Event extends DomainEvent> {
  readonly initialState: State;
  decide(command: Command, state: State, context: DecisionContext): readonly Event[];
  evolve(state: State, event: Event, context: EventContext): State;
}
