import { expect } from '@jest/globals';
import {
  isDomainError,
  type Actor,
  type Decider,
  type DecisionContext,
  type DomainEvent,
} from '@minh-bach/kernel';

/** Something that was done before, where it matters by whom or when. */
export interface Step<Command> {
  readonly command: Command;
  readonly actor?: Actor;
  /** ISO instant, UTC. */
  readonly now?: string;
}

export interface History<State, Event> {
  readonly state: State;
  readonly events: readonly Event[];
}

/**
 * Given what happened, when a command comes, then: the right events, nothing, or a refusal.
 *
 * Whatever is decided is decided on frozen input and a second time, so a decider that changes what
 * it was given, or that is not pure, fails in every spec.
 */
export class DeciderSpecification<State, Command, Event extends DomainEvent> {
  private constructor(
    private readonly decider: Decider<State, Command, Event>,
    private readonly defaults: DecisionContext,
  ) {}

  /** @param defaults who asks, and when, unless a step says otherwise */
  static for<S, C, E extends DomainEvent>(
    decider: Decider<S, C, E>,
    defaults: DecisionContext,
  ): DeciderSpecification<S, C, E> {
    return new DeciderSpecification(decider, defaults);
  }

  given(...events: readonly Event[]): Given<State, Command, Event> {
    const state = events.reduce(
      (s, event) => evolve(this.decider, s, event, this.defaults),
      this.decider.initialState,
    );
    return new Given(this.decider, this.defaults, { state, events });
  }

  /** The history that these commands make; each of them must be accepted. */
  after(...steps: readonly (Command | Step<Command>)[]): Given<State, Command, Event> {
    return steps.reduce((given, step) => given.and(step), this.given());
  }
}

export class Given<State, Command, Event extends DomainEvent> {
  constructor(
    private readonly decider: Decider<State, Command, Event>,
    private readonly defaults: DecisionContext,
    readonly history: History<State, Event>,
  ) {}

  get state(): State {
    return this.history.state;
  }

  and(step: Command | Step<Command>): Given<State, Command, Event> {
    const { command, context } = this.#asked(step);
    const events = this.decider.decide(command, this.state, context);
    return new Given(this.decider, this.defaults, {
      state: events.reduce((s, event) => evolve(this.decider, s, event, context), this.state),
      events: [...this.history.events, ...events],
    });
  }

  /** @returns what the command leads to, to be judged by one of the `then…` */
  when(command: Command, over: Partial<DecisionContext> = {}): Then<Event> {
    const context = { ...this.defaults, ...over };
    deepFreeze([command, this.state, context]);
    const decide = (): Outcome<Event> => {
      try {
        return { events: this.decider.decide(command, this.state, context) };
      } catch (refusal) {
        return { refusal };
      }
    };
    const outcome = decide();
    expect(decide()).toEqual(outcome);
    return new Then(outcome);
  }

  #asked(step: Command | Step<Command>) {
    const { command, ...over } = isStep(step) ? step : { command: step };
    return { command, context: { ...this.defaults, ...over } };
  }
}

interface Outcome<Event> {
  readonly events?: readonly Event[];
  readonly refusal?: unknown;
}

class Then<Event extends DomainEvent> {
  constructor(private readonly outcome: Outcome<Event>) {}

  /** Exactly these events; `data` may be given in part. */
  then(...expected: readonly { type: Event['type']; data?: object }[]): void {
    const events = this.#events();
    expect(events.map(({ type }) => type)).toEqual(expected.map(({ type }) => type));
    expect(events).toMatchObject(expected);
  }

  thenNothing(): void {
    expect(this.#events()).toEqual([]);
  }

  thenRefused(code: string, details: object = {}): void {
    const { refusal } = this.outcome;
    if (refusal !== undefined && !isDomainError(refusal)) throw refusal;
    expect(refusal ?? { events: this.outcome.events }).toMatchObject({ code, details });
  }

  #events(): readonly Event[] {
    if (this.outcome.refusal !== undefined) throw this.outcome.refusal;
    return this.outcome.events ?? [];
  }
}

const isStep = <Command>(step: Command | Step<Command>): step is Step<Command> =>
  typeof step === 'object' && step !== null && 'command' in step;

const evolve = <S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  state: S,
  event: E,
  { actor, now }: DecisionContext,
): S => decider.evolve(state, deepFreeze(event), { actor, recordedAt: now, occurredAt: now });

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
