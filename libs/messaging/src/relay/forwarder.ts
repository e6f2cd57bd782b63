import type { StoredEvent, SubscriptionMessage } from '@minh-bach/event-store';
import { defaultBackoff, waitBefore } from '../backoff.ts';
import { integrationContracts } from '../contracts.ts';
import { TopicMadeAnew, type TopicProducer } from '../kafka/topic-producer.ts';
import { encode, type WireMessage } from '../kafka/wire.ts';
import type { Message } from '../messaging.ts';
import { observeNothing } from '../observe.ts';
import { judge } from '../outcome.ts';
import { toMessage } from '../translation.ts';
import type { ParkedStream } from './parked-streams.ts';
import type { RelayLease } from './relay-state.ts';
import type { RelayOptions } from './relay.ts';

const PAGE = 100;

/** What a relay does while it holds the lease: it sends what comes, and parks what it cannot send. */
export class Forwarder {
  readonly #closing = new AbortController();
  /** One piece of work at a time: a stream that is tried again must not meet its own new events. */
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly options: RelayOptions,
    private readonly lease: RelayLease,
    private readonly producer: TopicProducer,
    private readonly signal: AbortSignal,
    private readonly parked: Map<string, ParkedStream>,
  ) {}

  static async create(
    options: RelayOptions,
    lease: RelayLease,
    producer: TopicProducer,
    signal: AbortSignal,
  ): Promise<Forwarder> {
    return new Forwarder(options, lease, producer, signal, await lease.parked());
  }

  get closed(): AbortSignal {
    return this.#closing.signal;
  }

  close(): void {
    this.#closing.abort();
  }

  /** Sends the events of a chunk, and notes how far the relay is. */
  forward(chunk: readonly SubscriptionMessage[]): Promise<void> {
    return this.#inTurn(() => this.#forward(chunk));
  }

  /** Tries parked streams again whose time has come. */
  retryDue(): Promise<void> {
    return this.#inTurn(async () => {
      for (const parked of await this.lease.dueParked(new Date(), PAGE)) {
        if (this.signal.aborted) return;
        await this.#retry(parked);
      }
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #forward(chunk: readonly SubscriptionMessage[]): Promise<void> {
    const end = chunk.at(-1);
    if (!end) return;
    const events = chunk.flatMap((item) => (item.kind === 'event' ? [item.event] : []));
    const streams = [...new Set(events.map(({ stream }) => stream))];
    const relayed =
      streams.length > 0 ? await this.lease.relayed(streams) : new Map<string, number>();
    const parked = new Map<string, ParkedStream>();
    const messages = events.flatMap((event) => {
      const last = relayed.get(event.stream) ?? null;
      // It was sent already, with a parked stream that was tried again.
      if (last !== null && event.revision <= last) return [];
      const held = parked.get(event.stream) ?? this.parked.get(event.stream);
      // Before it, when all is sent once more by a relay that forgot how far it was.
      const waits = held !== undefined && event.revision >= held.revision;
      const message = waits ? behind(held, event) : this.#translate(event, last, 0);
      if (message && 'retryAt' in message) parked.set(event.stream, message);
      else if (message) {
        relayed.set(event.stream, event.revision);
        return [message];
      }
      return [];
    });
    const ends = await this.#send(messages);
    const position = end.kind === 'event' ? end.event.position : end.position;
    await this.lease.save({ position, relayed, ends, parked: parked.values() });
    for (const held of parked.values()) this.parked.set(held.stream, held);
  }

  async #retry(parked: ParkedStream): Promise<void> {
    const { stream, revision, attempts } = parked;
    let last = (await this.lease.relayed([stream])).get(stream) ?? null;
    let again: ParkedStream | undefined;
    const messages: Message[] = [];
    for await (const event of this.options.store.readStream(stream, { from: revision })) {
      const tries = event.revision === revision ? attempts + 1 : 0;
      const message = again ? behind(again, event) : this.#translate(event, last, tries);
      if (message && 'retryAt' in message) again = message;
      else if (message) {
        last = event.revision;
        messages.push(message);
      }
    }
    await this.lease.noteSent(await this.#send(messages));
    if (again) {
      await this.lease.parkAgain(last, again);
      this.parked.set(stream, again);
      return;
    }
    await this.lease.unpark(stream, last);
    this.parked.delete(stream);
    this.#observe({ kind: 'released', group: this.#name, stream });
  }

  /** A message, or nothing to send, or how the stream is held from this event on. */
  #translate(
    event: StoredEvent,
    previous: number | null,
    attempts: number,
  ): Message | ParkedStream | undefined {
    const { publication, contracts = integrationContracts } = this.options;
    const { backoff = defaultBackoff } = this.options;
    try {
      return toMessage(event, publication, contracts, previous);
    } catch (error) {
      const outcome = judge(error);
      if (outcome.kind === 'transient') throw error;
      const { kind: state, ...why } = outcome;
      const { stream, revision } = event;
      this.#observe({ kind: 'held', group: this.#name, stream, state, ...why });
      const retryAt = new Date(Date.now() + waitBefore(attempts, backoff));
      const { code } = why;
      const errorId = 'errorId' in why ? { errorId: why.errorId } : {};
      return { stream, revision, state, code, ...errorId, attempts, retryAt, count: 1 };
    }
  }

  /** By partition, the offset behind what was sent. */
  async #send(messages: readonly Message[]): Promise<ReadonlyMap<number, bigint>> {
    const { authentication, publication } = this.options;
    const wire = messages.map((message) => encode(message, authentication));
    const ends = await this.#produce(wire);
    if (messages.length > 0)
      this.#observe({ kind: 'relayed', topic: publication.topic, count: messages.length });
    return ends;
  }

  async #produce(wire: readonly WireMessage[]): Promise<ReadonlyMap<number, bigint>> {
    try {
      return await this.producer.produce(wire, this.signal);
    } catch (error) {
      if (error instanceof TopicMadeAnew) {
        this.#observe({ kind: 'gone', topic: this.options.publication.topic });
        await this.lease.forget();
      }
      throw error;
    }
  }

  get #name(): string {
    return `relay ${this.options.publication.topic}`;
  }

  get #observe() {
    return this.options.observe ?? observeNothing;
  }
}

/** One more event waits behind what is parked. */
const behind = (parked: ParkedStream, { revision }: StoredEvent): ParkedStream => ({
  ...parked,
  count: Math.max(parked.count, revision - parked.revision + 1),
});
