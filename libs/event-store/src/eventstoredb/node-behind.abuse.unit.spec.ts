import { expect, it } from '@jest/globals';
import type { Position } from '../event-store.ts';
import type { EngineEvent, EngineRead, EventStoreDbEngine } from './engine.ts';
import { idOver } from './event-id.ts';
import { EventStoreDbEventStore } from './eventstoredb-event-store.ts';

const EVENTS = 10;
const BEHIND = 7;

function eventAt(n: number): EngineEvent {
  const event = {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    type: 'T',
    data: Buffer.from('{}'),
    metadata: Buffer.from('{}'),
    stream: `triage.petition-${n}`,
    revision: 0n,
    commit: BigInt(n * 100),
  };
  return { ...event, id: idOver(event) };
}
const LOG = Array.from({ length: EVENTS }, (_, index) => eventAt(index + 1));

/** Two nodes of a cluster. After its first answer the client is moved to one that is a moment behind. */
function movedToANodeBehind(): EventStoreDbEngine {
  let seen = LOG;
  let looks = 0;
  const look = () => {
    looks += 1;
    if (looks === 1) seen = LOG.slice(0, BEHIND);
    if (looks === 8) seen = LOG;
  };
  const after = (from: bigint | undefined) =>
    seen.filter(({ commit }) => from === undefined || commit >= from);
  return {
    readAll: async ({ from, backwards, maxCount }: EngineRead) => {
      const found = backwards ? seen.toReversed() : after(from);
      look();
      return found.slice(0, maxCount);
    },
    search: async (from, prefixes, maxCount) => ({
      events: after(from)
        .filter(({ commit, stream }) => commit !== from && stream.startsWith(prefixes[0]!))
        .slice(0, maxCount),
      isAll: true,
    }),
    follow: (_after, _heard, signal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve())),
    readStream: async () => [],
    append: () => Promise.reject(new Error('nothing is appended')),
    close: async () => undefined,
  };
}

it.each([
  ['all', {}],
  ['those of some streams', { prefixes: ['triage.'] }],
])(
  'skips no event while a node answers that is behind: %s',
  async (_, wanted) => {
    const store = new EventStoreDbEventStore(movedToANodeBehind(), 'log', { pollMs: 20 });
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), 5_000);
    const given: string[] = [];
    let after: Position | undefined;
    // As a consumer does: it begins again where it was, whatever the log said meanwhile.
    while (given.length < EVENTS && !stop.signal.aborted)
      try {
        const resumed = after === undefined ? {} : { after };
        for await (const item of store.subscribe({ ...wanted, ...resumed, signal: stop.signal })) {
          if (item.kind === 'event') {
            given.push(item.event.stream);
            after = item.event.position;
          } else after = item.position;
          if (given.length === EVENTS) break;
        }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    clearTimeout(late);
    stop.abort();
    await store.close();
    expect(given).toEqual(LOG.map(({ stream }) => stream));
  },
  10_000,
);
