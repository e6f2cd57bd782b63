import type { Incoming } from '../messaging.ts';
import {
  allOf,
  LISTED,
  QUEUE_FULL,
  senderOf,
  type Hold,
  type InboxStore,
  type StreamState,
  type Stuck,
  type Waiting,
} from './inbox-store.ts';
import { MemoryDeadLetters } from './memory-dead-letters.ts';
import { MemoryPlaces } from './memory-places.ts';

type Held = Hold & { readonly since: string; readonly queue: Map<number, Incoming> };

const redriven = ({ queue, since }: Held, now: Date): Held => ({
  ...{ queue, since, state: 'waiting', code: 'REDRIVEN', attempts: 0, retryAt: now },
});

const nextOf = (turns: Map<string, number>, of: string): number => {
  const turn = (turns.get(of) ?? 0) + 1;
  turns.set(of, turn);
  return turn;
};

/** For pure tests: what it knows dies with the process. */
export class MemoryInboxStore extends MemoryDeadLetters implements InboxStore {
  readonly places = new MemoryPlaces();
  readonly #last = new Map<string, number>();
  readonly #held = new Map<string, Held>();
  #position: { topics: string; position: string } | undefined;
  #sweeping = false;

  constructor(
    readonly group: string,
    private readonly now: () => Date = () => new Date(),
  ) {
    super();
  }

  async prepare(): Promise<void> {}

  async load(streams: readonly string[]): Promise<ReadonlyMap<string, StreamState>> {
    return new Map(streams.map((stream) => [stream, this.#state(stream)]));
  }

  async advance(handled: ReadonlyMap<string, number>): Promise<void> {
    for (const [stream, last] of handled) this.#advance(stream, last);
  }

  async waiting(sender: string, enough: number): Promise<number> {
    return Math.min(enough, this.#of(sender, ({ state }) => state === 'waiting').length);
  }

  async readmit(sender: string, most: number, now: Date): Promise<void> {
    const room = most - (await this.waiting(sender, most));
    for (const [name, held] of this.#of(sender, ({ code }) => code === QUEUE_FULL).slice(0, room))
      this.#held.set(name, redriven(held, now));
  }

  async hold(messages: readonly Incoming[], last: number, hold: Hold): Promise<void> {
    const stream = messages[0]?.source.stream;
    if (stream === undefined) return;
    this.#advance(stream, last);
    const known = this.#held.get(stream);
    const held = known ?? { ...hold, since: this.now().toISOString(), queue: new Map() };
    for (const m of messages)
      if (!held.queue.has(m.source.revision)) held.queue.set(m.source.revision, m);
    const gapMayClose = known?.state === 'waiting' && known.code === 'GAP';
    this.#held.set(stream, gapMayClose ? { ...held, retryAt: new Date(0) } : held);
  }

  async heads(stream: string, limit: number): Promise<readonly Incoming[]> {
    const queue = [...(this.#held.get(stream)?.queue.values() ?? [])];
    return queue.sort((a, b) => a.source.revision - b.source.revision).slice(0, limit);
  }

  async release(stream: string, revision: number): Promise<void> {
    this.#advance(stream, revision);
    const queue = this.#held.get(stream)?.queue;
    for (const queued of queue?.keys() ?? []) if (queued <= revision) queue?.delete(queued);
  }

  async postpone(stream: string, hold: Hold): Promise<void> {
    const held = this.#held.get(stream);
    if (held) this.#held.set(stream, { queue: held.queue, since: held.since, ...hold });
  }

  async settle(stream: string): Promise<boolean> {
    if (this.#held.get(stream)?.queue.size) return false;
    this.#held.delete(stream);
    return true;
  }

  async due(
    now: Date,
    { limit, notYet }: { limit: number; notYet: boolean },
  ): Promise<readonly Waiting[]> {
    const turns = new Map<string, number>();
    return [...this.#held]
      .filter(([, held]) => held.state === 'waiting')
      .filter(
        ([, { retryAt, code, attempts }]) =>
          retryAt <= now || (notYet && code === 'NOT_YET' && attempts < 10),
      )
      .sort(([, a], [, b]) => a.retryAt.getTime() - b.retryAt.getTime())
      .map(([stream, { attempts }]) => ({
        stream,
        attempts,
        turn: nextOf(turns, senderOf(stream)),
      }))
      .filter(({ turn }) => turn <= limit)
      .sort((a, b) => a.turn - b.turn)
      .map(({ stream, attempts }) => ({ stream, attempts }));
  }

  async list(): Promise<readonly Stuck[]> {
    const turns = new Map<string, number>();
    const lines = new Map<string, Stuck>();
    for (const [stream, { state, since, code, errorId, queue }] of this.#held) {
      const about = { group: this.group, state, since };
      const sender = senderOf(stream);
      if (code !== QUEUE_FULL && nextOf(turns, `${sender} ${state}`) <= LISTED) {
        const line = { ...about, stream, reason: code, count: queue.size };
        lines.set(stream, { ...line, ...(errorId !== undefined && { errorId }) });
        continue;
      }
      const reason = code === QUEUE_FULL ? code : 'MORE';
      const known = lines.get(`${sender} ${state} ${reason}`);
      const line = known ?? { ...about, stream: allOf(sender), reason, count: 0 };
      lines.set(`${sender} ${state} ${reason}`, { ...line, count: line.count + 1 });
    }
    return [...lines.values()];
  }

  async redrive(now: Date, stream?: string): Promise<number> {
    const wanted = (name: string) =>
      stream === undefined || name === stream || allOf(senderOf(name)) === stream;
    const parked = [...this.#held].filter(
      ([name, { state }]) => state === 'parked' && wanted(name),
    );
    for (const [name, held] of parked) this.#held.set(name, redriven(held, now));
    return parked.length;
  }

  async position(topics: readonly string[]): Promise<string | undefined> {
    return this.#position?.topics === topics.join() ? this.#position.position : undefined;
  }

  async savePosition(topics: readonly string[], position: string): Promise<void> {
    this.#position = { topics: topics.join(), position };
  }

  async exclusively(work: () => Promise<void>): Promise<boolean> {
    if (this.#sweeping) return false;
    this.#sweeping = true;
    await work().finally(() => (this.#sweeping = false));
    return true;
  }

  #of(sender: string, which: (held: Held) => boolean): [string, Held][] {
    return [...this.#held].filter(([name, held]) => senderOf(name) === sender && which(held));
  }

  #advance(stream: string, last: number): void {
    this.#last.set(stream, Math.max(last, this.#last.get(stream) ?? -1));
  }

  #state(stream: string): StreamState {
    const queue = this.#held.get(stream)?.queue;
    const last = this.#last.get(stream) ?? -1;
    return queue ? { last, queuedTo: Math.max(last, ...queue.keys()) } : { last };
  }
}
