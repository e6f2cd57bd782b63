import { systemClock, type Clock } from '@minh-bach/kernel';
import { defaultBackoff, waitBefore, type Backoff } from '../backoff.ts';
import type { Incoming, Message, MessageHandler, Untranslated } from '../messaging.ts';
import { observeNothing, type Observe } from '../observe.ts';
import { attempt, type Outcome } from '../outcome.ts';
import { eachLimited } from './each-limited.ts';
import { QUEUE_FULL, senderOf, type Hold, type InboxStore } from './inbox-store.ts';

export interface InboxOptions {
  readonly store: InboxStore;
  readonly handler: MessageHandler;
  /**
   * Tries again to make a message of an event, read from the log; `undefined` when it is nobody's
   * business after all. Not needed where messages come ready made.
   */
  readonly translate?: (event: Untranslated) => Promise<Message | undefined>;
  readonly clock?: Clock;
  readonly observe?: Observe;
  readonly backoff?: Backoff;
  /** How many source streams are worked on at once. @default 8 */
  readonly concurrency?: number;
  /** How many streams of one sender are tried again by themselves; more are parked. @default 1000 */
  readonly maxWaiting?: number;
}

/** Something failed that may succeed later: the source waits and gives the same messages again. */
export class Transient extends Error {
  override readonly name = 'Transient';
}

/** Told to stop: the rest was not tried. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * Takes messages in: in order within a source stream, each at least once, none twice after it was
 * noted as handled, and none dropped without a trace.
 *
 * The note of what was handled is written after the handler resolved and never in one transaction
 * with its effect: a crash between them repeats messages, whose effect is idempotent by message id.
 */
export class Inbox {
  readonly store: InboxStore;
  readonly observe: Observe;
  readonly clock: Clock;
  readonly backoff: Backoff;
  readonly #handler: MessageHandler;
  readonly #translate: InboxOptions['translate'];
  readonly #concurrency: number;
  readonly #maxWaiting: number;
  /** Senders whose queue was full when last looked at: said once. */
  readonly #full = new Set<string>();

  constructor(options: InboxOptions) {
    this.store = options.store;
    this.#handler = options.handler;
    this.#translate = options.translate;
    this.clock = options.clock ?? systemClock;
    this.observe = options.observe ?? observeNothing;
    this.backoff = options.backoff ?? defaultBackoff;
    this.#concurrency = options.concurrency ?? 8;
    this.#maxWaiting = options.maxWaiting ?? 1_000;
  }

  /**
   * Resolves when each message was handled, was seen before, or queues durably. Give the same
   * messages again after a `Transient`: what was done by then is not done again.
   *
   * @throws Transient, Interrupted
   */
  async process(messages: readonly Incoming[], proceed = () => true): Promise<void> {
    const streams = byStream(messages);
    const states = await this.store.load([...streams.keys()]);
    const handled = new Map<string, number>();
    try {
      await eachLimited([...streams], this.#concurrency, async ([stream, run]) => {
        const { last, queuedTo } = states.get(stream) ?? { last: -1 };
        await this.#run(stream, run, last, queuedTo !== undefined, proceed, handled);
      });
    } finally {
      if (handled.size > 0) await this.store.advance(handled);
    }
  }

  /** One try at one message, told to those who watch. */
  async try(message: Incoming): Promise<Outcome> {
    const begun = performance.now();
    const outcome = await attempt((incoming) => this.#handle(incoming), message);
    const { group } = this.store;
    if (outcome.kind === 'handled')
      this.observe({ kind: 'handled', group, message, ms: performance.now() - begun });
    else if (outcome.kind !== 'transient') {
      const { kind: state, ...why } = outcome;
      this.observe({ kind: 'held', group, stream: message.source.stream, state, ...why });
    }
    return outcome;
  }

  /** When a message whose `attempts`-th try ended like this is tried again. */
  holdFor(state: Hold['state'], why: { code: string; errorId?: string }, attempts: number): Hold {
    const wait = waitBefore(attempts, this.backoff);
    const { code, errorId } = why;
    const retryAt = new Date(this.clock.now().getTime() + wait);
    return { state, code, attempts, retryAt, ...(errorId !== undefined && { errorId }) };
  }

  /**
   * One sender must not fill the queue of all: beyond its bound a stream is kept and parked, which
   * costs nothing more. What the sender sends in other streams goes on, and so do all others.
   */
  async bounded(stream: string, hold: Hold, { counted }: { counted: boolean }): Promise<Hold> {
    if (hold.state === 'parked') return hold;
    const sender = senderOf(stream);
    const others = (await this.store.waiting(sender, this.#maxWaiting + 1)) - (counted ? 1 : 0);
    if (others < this.#maxWaiting) {
      this.#full.delete(sender);
      return hold;
    }
    if (!this.#full.has(sender)) this.observe({ kind: 'full', group: this.store.group, sender });
    this.#full.add(sender);
    return { ...hold, state: 'parked', code: QUEUE_FULL };
  }

  /** A stream of this sender waits no longer: room for one that was parked for want of it. */
  async readmit(stream: string): Promise<void> {
    await this.store.readmit(senderOf(stream), this.#maxWaiting, this.clock.now());
  }

  async #handle(incoming: Incoming): Promise<void> {
    const message = 'untranslated' in incoming ? await this.#translate?.(incoming) : incoming;
    if (message) await this.#handler(message);
  }

  async #run(
    stream: string,
    run: readonly Incoming[],
    from: number,
    stuck: boolean,
    proceed: () => boolean,
    handled: Map<string, number>,
  ): Promise<void> {
    let last = from;
    for (const [i, message] of run.entries()) {
      const { revision, previous } = message.source;
      if (revision <= last) {
        this.observe({ kind: 'dropped', group: this.store.group, message });
        continue;
      }
      const rest = () => run.slice(i);
      if (stuck)
        return this.store.hold(rest(), last, this.holdFor('waiting', { code: 'BEHIND' }, 0));
      if ((previous ?? -1) > last) return this.#gap(rest(), last);
      if (!proceed()) throw new Interrupted('stopped between two messages');

      const outcome = await this.try(message);
      if (outcome.kind === 'transient')
        throw new Transient(`${this.store.group} cannot handle for now`, { cause: outcome.error });
      if (outcome.kind !== 'handled')
        return this.#hold(rest(), last, this.holdFor(outcome.kind, outcome, 0));
      last = revision;
      handled.set(stream, last);
    }
  }

  #gap(messages: readonly Incoming[], last: number): Promise<void> {
    const [{ source }] = messages as readonly [Incoming];
    const { group } = this.store;
    this.observe({ kind: 'held', group, stream: source.stream, state: 'waiting', code: 'GAP' });
    return this.#hold(messages, last, this.holdFor('waiting', { code: 'GAP' }, 0));
  }

  async #hold(messages: readonly Incoming[], last: number, hold: Hold): Promise<void> {
    const [{ source }] = messages as readonly [Incoming];
    await this.store.hold(
      messages,
      last,
      await this.bounded(source.stream, hold, { counted: false }),
    );
  }
}

function byStream(messages: readonly Incoming[]): Map<string, Incoming[]> {
  const streams = new Map<string, Incoming[]>();
  for (const message of messages) {
    const run = streams.get(message.source.stream);
    if (run) run.push(message);
    else streams.set(message.source.stream, [message]);
  }
  return streams;
}
