import { MAX_APPEND_BYTES } from '../event-store.ts';
import { Wakeup } from '../wakeup.ts';
import { EngineError } from './engine.ts';
import type { EventData } from '../event-store.ts';
import type { EngineEvent, EngineExpected, EngineRead, EventStoreDbEngine } from './engine.ts';

/** Answers as the recorded servers do; `engine-double.unit.spec.ts` holds it to the recordings. */
export function createEngineDouble(): EventStoreDbEngine {
  const log: EngineEvent[] = [];
  const streams = new Map<string, EngineEvent[]>();
  const grown = new Wakeup();
  // Other things are written to its log too: positions have gaps.
  const nextCommit = () => (log.at(-1)?.commit ?? 1_000n) + 137n;

  function append(stream: string, events: readonly EventData[], expected: EngineExpected) {
    const there = streams.get(stream) ?? [];
    const last = there.length - 1;
    const wrong = () =>
      new EngineError('wrong-expected-version', {
        expectedVersion: expected,
        actualVersion: last < 0 ? 'no_stream' : BigInt(last),
        streamName: stream,
      });
    const bytes = events.reduce(
      (sum, { data, metadata }) => sum + data.length + metadata.length,
      0,
    );
    if (bytes >= MAX_APPEND_BYTES)
      throw new EngineError('maximum-append-size-exceeded', { maxAppendSize: MAX_APPEND_BYTES });
    if (expected === 'stream_exists' && last < 0) throw wrong();
    if (events.length === 0) return { nextRevision: BigInt(Math.max(last, 0)), commit: 0n };

    const repeatsAt = (at: number) => events.every(({ id }, i) => there[at + i]?.id === id);
    const relative = expected === 'any' || expected === 'stream_exists';
    const wanted = expected === 'no_stream' ? -1 : Number(relative ? last : expected);
    const known = there.findIndex(({ id }) => id === events[0]?.id);
    const at = relative && known >= 0 ? known : wanted + 1;
    if (at <= last && repeatsAt(at)) {
      const repeated = there[at + events.length - 1]!;
      return { nextRevision: repeated.revision, commit: repeated.commit };
    }
    if (wanted !== last) throw wrong();

    for (const event of events) {
      const revision = BigInt(there.length);
      const stored = { ...structuredClone(event), stream, revision, commit: nextCommit() };
      there.push(stored);
      log.push(stored);
    }
    streams.set(stream, there);
    grown.all();
    return { nextRevision: BigInt(there.length - 1), commit: log.at(-1)!.commit };
  }

  const page = (
    events: readonly EngineEvent[],
    place: (event: EngineEvent) => bigint,
    { from, backwards = false, maxCount }: EngineRead,
  ) =>
    (backwards ? events.toReversed() : events)
      .filter((e) => from === undefined || (backwards ? place(e) <= from : place(e) >= from))
      .slice(0, maxCount);

  return {
    append: async (...args) => append(...args),
    readStream: async (stream, options) => {
      const events = streams.get(stream);
      if (!events) throw new EngineError('stream-not-found', { streamName: stream });
      return page(events, ({ revision }) => revision, options);
    },
    readAll: async (options) => page(log, ({ commit }) => commit, options),
    eventAfter: (commit, signal) =>
      grown.until(() => (log.at(-1)?.commit ?? 0n) > (commit ?? 0n), signal),
    close: () => Promise.resolve(),
  };
}
