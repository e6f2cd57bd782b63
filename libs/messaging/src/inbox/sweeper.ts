import type { Incoming, Message } from '../messaging.ts';
import type { Hold, RawMessage, Waiting } from './inbox-store.ts';
import { Interrupted, type Inbox } from './inbox.ts';

const PAGE = 100;

export interface SweeperOptions {
  readonly inbox: Inbox;
  /** Reads a dead letter again. @throws when it still cannot be read */
  readonly read?: (raw: RawMessage) => Message;
  /** How often it looks for what is due, in milliseconds. @default 1000 */
  readonly everyMs?: number;
  /** At most this often after progress of the group, in milliseconds. @default 100 */
  readonly atMostEveryMs?: number;
}

/**
 * Works off what queues: streams that wait, when their time has come or something else of the group
 * got on, and what `redrive` set free. One instance of a group at a time.
 */
export class Sweeper {
  readonly #inbox: Inbox;
  readonly #read: SweeperOptions['read'];
  readonly #everyMs: number;
  readonly #atMostEveryMs: number;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #progressed = false;
  #stopped = false;

  constructor({ inbox, read, everyMs = 1_000, atMostEveryMs = 100 }: SweeperOptions) {
    this.#inbox = inbox;
    this.#read = read;
    this.#everyMs = everyMs;
    this.#atMostEveryMs = atMostEveryMs;
  }

  start(): void {
    this.#schedule(this.#everyMs);
  }

  /** Something of the group got on, or a gap may have closed. */
  wake(): void {
    if (this.#progressed) return;
    this.#progressed = true;
    this.#schedule(this.#atMostEveryMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#running.then(() => this.#sweep());
    }, ms);
    this.#timer.unref();
  }

  async #sweep(): Promise<void> {
    const notYet = this.#progressed;
    this.#progressed = false;
    const { store, observe } = this.#inbox;
    try {
      await this.#sweepDue(notYet);
    } catch (error) {
      if (!(error instanceof Interrupted)) observe({ kind: 'failing', who: store.group, error });
    }
    this.#schedule(this.#progressed ? this.#atMostEveryMs : this.#everyMs);
  }

  async #sweepDue(notYet: boolean): Promise<void> {
    const { store, clock } = this.#inbox;
    const looksDue = async () => store.due(clock.now(), { limit: PAGE, notYet });
    const [streams, letters] = [await looksDue(), await store.dueDeadLetters(1)];
    if (streams.length === 0 && letters.length === 0) return;
    await store.exclusively(async () => {
      await this.#readAgain();
      for (const stream of await looksDue()) await this.#drain(stream);
    });
  }

  async #readAgain(): Promise<void> {
    const { store } = this.#inbox;
    for (const raw of await store.dueDeadLetters(PAGE)) {
      if (this.#stopped) return;
      const message = this.#tryRead(raw);
      if (message) await this.#inbox.process([message], () => !this.#stopped);
      await store.settleDeadLetter(raw, message ? undefined : 'UNREADABLE');
      this.#progressed ||= message !== undefined;
    }
  }

  #tryRead(raw: RawMessage): Message | undefined {
    try {
      return this.#read?.(raw);
    } catch {
      return undefined;
    }
  }

  /** A page of a stream: one with very many messages keeps no other waiting. */
  async #drain({ stream, attempts }: Waiting): Promise<void> {
    const inbox = this.#inbox;
    const { store } = inbox;
    let last = (await store.load([stream])).get(stream)?.last ?? -1;
    let tries = attempts;
    let done = 0;
    // Most often the first still has to wait: no more are read before it got through.
    for (let page = 1; ; page = PAGE) {
      const heads = await store.heads(stream, page);
      if (heads.length === 0 && (await store.settle(stream))) {
        inbox.observe({ kind: 'released', group: store.group, stream });
        return inbox.readmit(stream);
      }
      if (done >= PAGE) return store.postpone(stream, this.#nextTurn());
      for (const message of heads) {
        if (this.#stopped) return;
        const wanted = await this.#tryHead(message, last, tries);
        if (wanted) return this.#postpone(stream, wanted);
        last = Math.max(last, message.source.revision);
        tries = 0;
        done += 1;
        await store.release(stream, last);
        this.#progressed = true;
      }
    }
  }

  /** Behind all that are due by now. */
  #nextTurn(): Hold {
    const retryAt = this.#inbox.clock.now();
    return { state: 'waiting', code: 'BEHIND', attempts: 0, retryAt };
  }

  async #postpone(stream: string, wanted: Hold): Promise<void> {
    const inbox = this.#inbox;
    const hold = await inbox.bounded(stream, wanted, { counted: true });
    await inbox.store.postpone(stream, hold);
    if (wanted.state === 'parked') await inbox.readmit(stream);
  }

  /** How the stream is held on, or `undefined` when the head is done with. */
  async #tryHead(message: Incoming, last: number, tries: number): Promise<Hold | undefined> {
    const inbox = this.#inbox;
    const { source } = message;
    if (source.revision <= last) return undefined;
    if ((source.previous ?? -1) > last) return inbox.holdFor('waiting', { code: 'GAP' }, tries + 1);
    const outcome = await inbox.try(message);
    if (outcome.kind === 'handled') return undefined;
    if (outcome.kind !== 'transient') return inbox.holdFor(outcome.kind, outcome, tries + 1);
    inbox.observe({ kind: 'failing', who: inbox.store.group, error: outcome.error });
    return inbox.holdFor('waiting', { code: 'TRANSIENT' }, tries + 1);
  }
}
