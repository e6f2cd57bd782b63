import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  EventStoreDBClient,
  NO_STREAM,
  START,
  binaryEvent,
  streamNameFilter,
} from '@eventstore/db-client';
import { createEventStoreDbEventStore, type EventData } from '@minh-bach/event-store';
import { STREAM_LENGTH, openBenchVault } from './appends.event.ts';
import type { Side } from './appends.side.ts';

export interface EsdbSide extends Side {
  /** So many appends a second, for so many seconds. @returns from append to subscriber, ms each */
  toSubscriber(perSecond: number, seconds: number): Promise<readonly number[]>;
  /** Reads a category from the beginning until it is told that this is all. @returns seconds, events */
  catchUp(category: string): Promise<{ took: number; found: number }>;
}

const { sealedEvent } = await openBenchVault([]);
const sample = await sealedEvent('D26-10000000-0');
const nextEvent = (): EventData => ({ ...sample, id: randomUUID() });

type Append = (stream: string, event: EventData, revision: number | undefined) => Promise<number>;
type Heard = (id: string) => void;

export const SIDES = {
  async ours(url: string): Promise<EsdbSide> {
    const store = await createEventStoreDbEventStore({ connectionString: url });
    const append: Append = async (stream, event, revision) =>
      (await store.append(stream, [event], revision ?? 'none')).revision;
    const follow = async (
      prefix: string,
      heard: Heard,
      signal: AbortSignal,
      caughtUp: () => void,
    ) => {
      for await (const message of store.subscribe({ prefixes: [prefix], signal })) {
        if (message.kind === 'event') heard(message.event.id);
        if (message.kind === 'caughtUp') caughtUp();
      }
    };
    return side('ours', append, follow, () => store.close());
  },

  async bare(url: string): Promise<EsdbSide> {
    const client = EventStoreDBClient.connectionString(url);
    const append: Append = async (stream, { id, type, data, metadata }, revision) => {
      const expectedRevision = revision === undefined ? NO_STREAM : BigInt(revision);
      const event = binaryEvent({ id, type, data, metadata });
      const answer = await client.appendToStream(stream, [event], { expectedRevision });
      return Number(answer.nextExpectedRevision);
    };
    const follow = (prefix: string, heard: Heard, signal: AbortSignal, caughtUp: () => void) =>
      new Promise<void>((resolve, reject) => {
        const filter = streamNameFilter({ prefixes: [prefix] });
        const subscription = client.subscribeToAll({ fromPosition: START, filter });
        subscription
          .on('data', ({ event }) => event && heard(event.id))
          .on('caughtUp', caughtUp)
          .on('error', reject);
        signal.addEventListener('abort', () => {
          subscription.unsubscribe().catch(() => undefined);
          resolve();
        });
      });
    return side('bare', append, follow, () => client.dispose());
  },
};

function side(
  name: string,
  append: Append,
  follow: (
    prefix: string,
    heard: Heard,
    signal: AbortSignal,
    caughtUp: () => void,
  ) => Promise<void>,
  close: () => Promise<void>,
): EsdbSide {
  return {
    name,
    close,
    async appendUntil(_, over) {
      let appended = 0;
      while (!over()) {
        const stream = `esdbappends.petition-${randomUUID()}`;
        let revision: number | undefined;
        while (!over() && (revision ?? 0) < STREAM_LENGTH - 1) {
          revision = await append(stream, nextEvent(), revision);
          appended += 1;
        }
      }
      return appended;
    },

    async toSubscriber(perSecond, seconds) {
      const prefix = `esdblive-${randomUUID()}.`;
      const begun = new Map<string, number>();
      const took: number[] = [];
      const stop = new AbortController();
      const count = perSecond * seconds;
      await new Promise<void>((resolve, reject) => {
        const heard = (id: string) => {
          const at = begun.get(id);
          if (at !== undefined) took.push(performance.now() - at);
          if (took.length === count) resolve();
        };
        let isLive = false;
        const live = () => {
          if (isLive) return;
          isLive = true;
          appendEvery().catch(reject);
        };
        const appendEvery = async () => {
          const start = performance.now();
          const appending: Promise<number>[] = [];
          for (let n = 0; n < count; n += 1) {
            await sleep(Math.max(0, start + (n * 1000) / perSecond - performance.now()));
            const event = nextEvent();
            begun.set(event.id, performance.now());
            appending.push(append(`${prefix}${n}`, event, undefined));
          }
          await Promise.all(appending);
        };
        follow(prefix, heard, stop.signal, live).catch(reject);
      });
      stop.abort();
      return took;
    },

    async catchUp(category) {
      let found = 0;
      const stop = new AbortController();
      const start = performance.now();
      let took = 0;
      await new Promise<void>((resolve, reject) => {
        const caughtUp = () => {
          took = (performance.now() - start) / 1000;
          resolve();
        };
        follow(category, () => (found += 1), stop.signal, caughtUp).catch(reject);
      });
      stop.abort();
      return { took, found };
    },
  };
}
