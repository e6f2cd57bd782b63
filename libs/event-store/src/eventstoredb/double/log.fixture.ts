import { EventEmitter } from 'node:events';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Recorded extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  readonly commit: bigint;
  readonly createdAt: number;
}

export type Expected = 'no_stream' | 'stream_exists' | 'any' | bigint;

/** What the server refuses, in the client's words. */
export class Refused extends Error {
  constructor(
    readonly type:
      | 'access-denied'
      | 'maximum-append-size-exceeded'
      | 'stream-deleted'
      | 'stream-not-found'
      | 'timeout'
      | 'unknown'
      | 'wrong-expected-version',
    readonly fields: { stream?: string; expected?: Expected; actual?: bigint; limit?: number } = {},
  ) {
    super(type);
  }
}

/** `$tb` of a stream that was deleted softly: all of it. */
const ALL = 9_223_372_036_854_775_807n;

interface Stream {
  readonly events: Recorded[];
  before: bigint;
  isTombstoned: boolean;
}

/** What stands in the server, and its answers to appends; in memory, as recorded from real ones. */
export class DoubleLog {
  maxAppend = 1024 * 1024;
  readonly all: Recorded[] = [];
  readonly grown = new EventEmitter<{ event: [Recorded] }>().setMaxListeners(0);
  readonly #streams = new Map<string, Stream>();

  constructor() {
    this.write('$settings', [json('$metadata', { $userStreamAcl: {} })]);
  }

  append(stream: string, events: readonly Proposed[], expected: Expected) {
    const found = this.#streams.get(stream);
    if (found?.isTombstoned) throw new Refused('stream-deleted', { stream });
    if (events.reduce((sum, e) => sum + e.data.length + e.metadata.length, 0) > this.maxAppend)
      throw new Refused('maximum-append-size-exceeded', { limit: this.maxAppend });
    const there = found?.events ?? [];
    // A stream that was deleted softly is none, and goes on where it was.
    const last = found && found.before <= BigInt(there.length - 1) ? there.length - 1 : -1;
    const wrong = () =>
      new Refused('wrong-expected-version', {
        ...{ stream, expected },
        ...(last >= 0 && { actual: BigInt(last) }),
      });
    if (expected === 'stream_exists' && last < 0) throw wrong();
    if (events.length === 0)
      return { revision: BigInt(Math.max(last, 0)), commit: this.all.at(-1)!.commit };

    const isRelative = expected === 'any' || expected === 'stream_exists';
    const wanted = expected === 'no_stream' ? -1 : Number(isRelative ? last : expected);
    const known = there.findIndex(({ id }) => id === events[0]!.id);
    const at = isRelative && known >= 0 ? known : wanted + 1;
    if (at <= last && events.every(({ id }, i) => there[at + i]?.id === id))
      return there[at + events.length - 1]!;
    if (wanted !== last) throw wrong();
    return this.write(stream, events);
  }

  read(stream: string): readonly Recorded[] {
    const found = this.#streams.get(stream);
    if (found?.isTombstoned) throw new Refused('stream-deleted', { stream });
    if (!found || found.before === ALL) throw new Refused('stream-not-found', { stream });
    return found.events.filter(({ revision }) => revision >= found.before);
  }

  delete(stream: string): void {
    this.truncate(stream, ALL);
  }

  tombstone(stream: string): void {
    this.#stream(stream).isTombstoned = true;
  }

  /** Its events before this revision are gone. */
  truncate(stream: string, before: bigint): void {
    this.#stream(stream).before = before;
    this.write(`$$${stream}`, [json('$metadata', { $tb: Number(before) })]);
  }

  /** As from a backup that was made when so many events stood there. */
  goBackTo(count: number): void {
    for (const { stream } of this.all.splice(count)) this.#stream(stream).events.pop();
  }

  write(stream: string, events: readonly Proposed[]): Recorded {
    const into = this.#stream(stream);
    if (into.before === ALL) into.before = BigInt(into.events.length);
    for (const event of events) {
      const stored = {
        ...event,
        stream,
        revision: BigInt(into.events.length),
        // Other things are written there, too: positions have gaps.
        commit: (this.all.at(-1)?.commit ?? 1_000n) + 137n,
        createdAt: this.all.length,
      };
      into.events.push(stored);
      this.all.push(stored);
      this.grown.emit('event', stored);
    }
    return into.events.at(-1)!;
  }

  #stream(name: string): Stream {
    const found = this.#streams.get(name) ?? { events: [], before: 0n, isTombstoned: false };
    this.#streams.set(name, found);
    return found;
  }
}

let drawn = 0;

export const json = (type: string, data: unknown): Proposed => ({
  id: `00000000-0000-4000-8000-${String((drawn += 1)).padStart(12, '0')}`,
  type,
  contentType: 'application/json',
  data: Buffer.from(JSON.stringify(data)),
  metadata: new Uint8Array(),
});
