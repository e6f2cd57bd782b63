import { setTimeout as sleep } from 'node:timers/promises';
import type { AppendResult, EventData, EventStore } from '@minh-bach/event-store';
import {
  DomainError,
  canonicalBytes,
  eventIdOf,
  isDomainError,
  randomOctets,
  type Clock,
  type DomainEvent,
  type EventMetadata,
  type EventRegistry,
  type RecordedEvent,
} from '@minh-bach/kernel';
import { refuseUntranslatable, type Publication } from '@minh-bach/messaging';
import { sealData, type Vault } from '@minh-bach/vault';
import {
  lastRevision,
  ownerOf,
  readEndOfStream,
  readStream,
  stateOf,
  toldRevision,
} from './read-stream.ts';
import type { CommandOutcome, CommandRun } from './command-run.ts';
import { refuseUnseen } from './if-match.ts';
import { InTurn } from './in-turn.ts';

export interface CommandRunnerOptions {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly registry: EventRegistry;
  readonly clock: Clock;
  /** The service's secret under which ids are derived. */
  readonly secret: Uint8Array;
  /** What the service tells others: an event that it could not tell is refused, not stored. */
  readonly publication?: Publication;
}

const TRIES = 8;
/** Of a decision whose stream another process wrote to meanwhile. */
const RACES = 30;

/** Read, decide, seal, append: the one way a command becomes events. */
export class CommandRunner {
  /** Of one process, commands on one stream would only refute each other. */
  readonly #turns = new InTurn();

  constructor(private readonly options: CommandRunnerOptions) {}

  /**
   * Decides again on the fresh stream where another command came first: what commutes is recorded.
   *
   * @throws DomainError whatever `decide` refuses; `IDEMPOTENCY_KEY_REUSED` for another body under a
   *   known key; `REVISION_CHANGED` when `If-Match` is stale; `NOT_RECORDABLE` when an event does not
   *   fit its own shape, or its message the contract; `STORE_UNAVAILABLE`
   */
  run<S, C, E extends DomainEvent>(run: CommandRun<S, C, E>): Promise<CommandOutcome<S, E>> {
    return this.#turns.run(run.stream, () => this.#run(run));
  }

  async #run<S, C, E extends DomainEvent>(run: CommandRun<S, C, E>): Promise<CommandOutcome<S, E>> {
    const { stream, context, decider } = run;
    let isWhole = run.remembersMs === undefined;
    for (let attempt = 1; ; attempt++) {
      const { history, state, revision } = await this.#load(run, isWhole, attempt === 1);

      // 1. A retry is answered from what is stored.
      const known = history.filter((r) => r.metadata.commandId === context.commandId);
      if (known.length > 0) {
        if (known.some((r) => r.metadata.requestHash !== context.requestHash))
          throw new DomainError('IDEMPOTENCY_KEY_REUSED');
        // As at its first try: what others did since is not what this person has seen.
        const { position } = known.at(-1)!;
        const then = history.slice(0, history.indexOf(known.at(-1)!) + 1);
        return { stream, revision: this.#told(then), position, events: known, state };
      }

      // 2. They may still know of it. First: what came since would tell others about it.
      await run.beforeDecision?.({ state, revision });

      // 3. What the person saw must be what is there; the decision, on the fresh stream.
      refuseUnseen(this.options.registry, history, context.ifMatch);
      const now = this.options.clock.now().toISOString();
      const events = decider.decide(run.command, state, { actor: context.actor, now });
      if (events.length === 0) return { stream, revision: this.#told(history), events: [], state };

      // 4. Durable, or refused.
      try {
        const done = await this.#append(run, revision, state, events, now);
        return { ...done, revision: this.#told([...history, ...done.events]) };
      } catch (error) {
        const raced =
          isDomainError(error, 'WRONG_EXPECTED_REVISION') || isDomainError(error, 'ID_CONFLICT');
        if (!raced || attempt === RACES) throw error;
        // The first try of this command may lie before what the decider remembers.
        isWhole ||= isDomainError(error, 'ID_CONFLICT');
        await atRandom(attempt);
      }
    }
  }

  #told<E extends DomainEvent>(history: readonly RecordedEvent<E>[]): number {
    return toldRevision(this.options.registry, history);
  }

  /**
   * What `run` would refuse, without writing anything: for commands that need another stream first.
   *
   * @returns what the stream holds, for `run` to begin with
   * @throws DomainError whatever `decide` refuses now
   */
  async check<S, C, E extends DomainEvent>(
    run: CommandRun<S, C, E>,
  ): Promise<readonly RecordedEvent<E>[]> {
    const { context, decider, command } = run;
    const { history, state, revision } = await this.#load(run, true, true);
    if (history.some((r) => r.metadata.commandId === context.commandId)) return history;
    await run.beforeDecision?.({ state, revision });
    refuseUnseen(this.options.registry, history, context.ifMatch);
    decider.decide(command, state, {
      actor: context.actor,
      now: this.options.clock.now().toISOString(),
    });
    return history;
  }

  async #load<S, C, E extends DomainEvent>(
    { stream, decider, read, remembersMs = 0 }: CommandRun<S, C, E>,
    isWhole: boolean,
    mayBeOld: boolean,
  ) {
    const { store, registry, clock } = this.options;
    const history =
      read && mayBeOld
        ? read
        : isWhole
          ? await readStream<E>(store, registry, stream)
          : await readEndOfStream<E>(store, registry, stream, clock.now().getTime() - remembersMs);
    return { history, state: stateOf(decider, history), revision: lastRevision(history) };
  }

  async #append<S, C, E extends DomainEvent>(
    run: CommandRun<S, C, E>,
    seen: number,
    before: S,
    events: readonly E[],
    now: string,
  ): Promise<CommandOutcome<S, E>> {
    const { registry, vault, secret } = this.options;
    const { stream, context, decider } = run;
    const named = events.map((event, i) => ({
      id: eventIdOf(secret, context.commandId, stream, i),
      event,
    }));
    const data = await sealData(
      vault,
      named.map(({ id, event }) => ({
        schema: registry.definition(event.type).schema,
        owner: ownerOf(stream),
        eventId: id,
        data: event.data,
      })),
    );
    const sealedEvents = events.map(({ type }, i) => ({ type, data: data[i] }));
    const metadata = named.map(({ event }) => this.#metadata(run, event, now));
    const bytes = named.map(({ id }, i): EventData => ({
      id,
      type: sealedEvents[i]!.type,
      data: recordable(() => registry.encode(sealedEvents[i]!)),
      metadata: canonicalBytes(metadata[i]),
    }));
    const recordedAt = (position: string) =>
      named.map(({ id }, i): RecordedEvent<E> => ({
        id,
        stream,
        revision: seen + 1 + i,
        position,
        event: sealedEvents[i] as E,
        metadata: metadata[i]!,
      }));
    const { publication } = this.options;
    if (publication)
      for (const event of recordedAt(''))
        recordable(() => refuseUntranslatable(event, publication));
    const last = await this.#durable(stream, bytes, seen === -1 ? 'none' : seen);
    const recorded = recordedAt(last.position);
    const state = recorded.reduce((s, r) => decider.evolve(s, r.event, r.metadata), before);
    return { stream, revision: last.revision, position: last.position, events: recorded, state };
  }

  /** An append whose answer was lost is repeated with the bytes still in hand. */
  async #durable(
    stream: string,
    events: readonly EventData[],
    expected: 'none' | number,
  ): Promise<AppendResult> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.options.store.append(stream, events, expected);
      } catch (error) {
        if (!isDomainError(error, 'APPEND_AMBIGUOUS') || attempt === TRIES) throw error;
        await sleep(50 * 2 ** attempt);
      }
    }
  }

  #metadata<S, C, E extends DomainEvent>(
    { context, occurred }: CommandRun<S, C, E>,
    event: E,
    now: string,
  ): EventMetadata {
    return {
      correlationId: context.correlationId,
      causationId: context.causationId,
      commandId: context.commandId,
      requestHash: context.requestHash,
      actor: context.actor,
      salt: randomOctets(16).toString('base64url'),
      occurredAt: occurred?.at ?? now,
      ...(occurred?.reason === undefined ? {} : { occurredReason: occurred.reason }),
      recordedAt: now,
      schemaVersion: this.options.registry.definition(event.type).version,
      ...(context.traceparent === undefined ? {} : { traceparent: context.traceparent }),
    };
  }
}

/** Processes that raced do not meet again at once. */
const atRandom = (attempt: number): Promise<void> =>
  sleep(Math.random() * Math.min(100, 4 * attempt));

/** What was stored could not be taken back: it would stand in the way of all that follows it. */
function recordable<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new DomainError('NOT_RECORDABLE', {}, { cause });
  }
}
