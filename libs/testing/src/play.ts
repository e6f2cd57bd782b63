import { isDomainError, type Actor, type Decider, type DomainEvent } from '@minh-bach/kernel';

export interface Move<Command> {
  readonly command: Command;
  readonly actor: Actor;
  /** ISO instant, UTC. */
  readonly now: string;
}

export interface Played<State, Command, Event> extends Move<Command> {
  readonly before: State;
  readonly after: State;
  readonly events: readonly Event[];
  readonly refusal?: string;
}

/**
 * Plays any commands in any order, as property tests do: a refusal leaves the state as it was.
 *
 * @throws whatever a decider throws that is not a `DomainError`
 */
export function play<State, Command, Event extends DomainEvent>(
  decider: Decider<State, Command, Event>,
  moves: readonly Move<Command>[],
): Played<State, Command, Event>[] {
  let state = decider.initialState;
  return moves.map((move) => {
    const before = state;
    const context = { actor: move.actor, recordedAt: move.now, occurredAt: move.now };
    try {
      const events = decider.decide(move.command, before, move);
      state = events.reduce((s, event) => decider.evolve(s, event, context), before);
      return { ...move, before, after: state, events };
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return { ...move, before, after: before, events: [], refusal: error.code };
    }
  });
}
