import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  START,
  binaryEvent,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { engineError } from './db-client.errors.ts';
import { EngineError, type EngineEvent, type EventStoreDbEngine } from './engine.ts';
import { InFlight } from './in-flight.ts';
import { metadataAsWritten, metadataToWrite } from './metadata.ts';
import type { EventData } from '../event-store.ts';

/** Of how many events the server looks at between two checkpoints of a search: 32 of these. */
const CHECKPOINT_EVERY = 10;

/** In a cluster another node may be a moment behind: what was just appended would seem not to be there. */
const FROM_LEADER = { requiresLeader: true } as const;

/**
 * The client shares its table of waiting appends between all clients of a process: the death of one
 * server would end the process, or leave another client's appends waiting for ever.
 */
let isConnected = false;

/** @param answerWithinMs the deadline of each call */
export function connect(url: string, answerWithinMs: number): EventStoreDbEngine {
  if (isConnected) throw new Error('a process has one client of EventStoreDB');
  const client = EventStoreDBClient.connectionString(url);
  isConnected = true;
  const inFlight = new InFlight();
  // The client lets a call that it cut end as if it were over.
  let cuts = 0;
  const cut = () => {
    cuts += 1;
    return client.dispose();
  };

  const read = (reading: StreamingRead<ResolvedEvent> | StreamingRead<AllStreamResolvedEvent>) =>
    new Promise<readonly EngineEvent[]>((resolve, reject) => {
      const events: EngineEvent[] = [];
      const begun = cuts;
      const settle = (end: () => void) => {
        clearTimeout(timer);
        end();
      };
      const timer = setTimeout(() => {
        reading.cancel().catch(() => undefined);
        reject(new EngineError('deadline-exceeded'));
      }, answerWithinMs);
      (reading as StreamingRead<ResolvedEvent>)
        .on('data', (each) => events.push(...eventIn(each)))
        .on('error', (error) => settle(() => reject(engineError(error))))
        .on('end', () =>
          settle(() => (begun === cuts ? resolve(events) : reject(new EngineError('cancelled')))),
        );
    });

  /** Until `done`, or it ends or fails, or the signal aborts; it is over when this resolves. */
  const watch = (
    subscription: AllStreamSubscription,
    signal: AbortSignal,
    begin: (done: () => void) => void,
  ) =>
    new Promise<void>((resolve, reject) => {
      const stop = () => {
        signal.removeEventListener('abort', stop);
        subscription.unsubscribe().catch(() => undefined);
        resolve();
      };
      signal.addEventListener('abort', stop);
      subscription
        .on('error', (error) => {
          reject(engineError(error));
          stop();
        })
        .on('end', stop)
        .on('close', stop);
      begin(stop);
      if (signal.aborted) stop();
    });

  return {
    append: (stream, events, expectedRevision) =>
      inFlight.run(bytesOf(events), async () => {
        const proposed = events.map(({ id, type, data, metadata }) =>
          binaryEvent({ id, type, data, metadata: metadataToWrite(metadata) }),
        );
        // The server gives up a little before we do, and says so.
        const deadline = Math.ceil(answerWithinMs * 0.8);
        const sent = client.appendToStream(stream, proposed, {
          ...FROM_LEADER,
          expectedRevision,
          deadline,
        });
        // No answer at all: the line is dead, and nothing may pile up in it.
        const answer = await within(answerWithinMs, sent, () => void cut());
        return { revision: answer.nextExpectedRevision, commit: answer.position?.commit ?? 0n };
      }),

    readStream: (stream, { from, backwards = false, maxCount }) =>
      read(
        client.readStream(stream, {
          ...FROM_LEADER,
          fromRevision: from ?? (backwards ? END : START),
          direction: backwards ? BACKWARDS : FORWARDS,
          maxCount,
        }),
      ),

    readAll: ({ from, backwards = false, maxCount }) =>
      read(
        client.readAll({
          ...FROM_LEADER,
          fromPosition: from === undefined ? (backwards ? END : START) : positionAt(from),
          direction: backwards ? BACKWARDS : FORWARDS,
          maxCount,
        }),
      ),

    async search(after, prefixes, maxCount, signal) {
      const events: EngineEvent[] = [];
      let isAll = false;
      let searchedTo: bigint | undefined;
      let atSearched = 0;
      const filter = streamNameFilter({
        prefixes: [...prefixes],
        checkpointInterval: CHECKPOINT_EVERY,
        checkpointReached: (subscription, { commit }) => {
          // Events before it may not have been given yet.
          if ((subscription as AllStreamSubscription).readableLength > 0) return;
          searchedTo = commit;
          atSearched = events.length;
        },
      });
      const fromPosition = after === undefined ? START : positionAt(after);
      const subscription = client.subscribeToAll({ ...FROM_LEADER, fromPosition, filter });
      let overdue = false;
      let timer: NodeJS.Timeout | undefined;
      await watch(subscription, signal, (done) => {
        timer = setTimeout(() => {
          overdue = true;
          done();
        }, answerWithinMs);
        const allGiven = () => {
          if (subscription.readableLength > 0) return void setImmediate(allGiven);
          isAll = true;
          done();
        };
        subscription
          .on('data', (each) => {
            if (events.length < maxCount) events.push(...eventIn(each));
            if (events.length === maxCount) done();
          })
          .on('caughtUp', allGiven);
      }).finally(() => clearTimeout(timer));
      if (!isAll && events.length === 0 && searchedTo === undefined && !signal.aborted)
        throw new EngineError(overdue ? 'deadline-exceeded' : 'cancelled');
      if (events.length === maxCount || isAll || atSearched < events.length)
        return { events, isAll };
      return { events, isAll, ...(searchedTo !== undefined && { searchedTo }) };
    },

    follow(after, heard, signal) {
      const fromPosition = after === undefined ? START : positionAt(after);
      const subscription = client.subscribeToAll({ ...FROM_LEADER, fromPosition });
      return watch(subscription, signal, () =>
        subscription.on('data', (each) => eventIn(each).forEach(heard)),
      );
    },

    async close() {
      await cut();
      isConnected = false;
    },
  };
}

const bytesOf = (events: readonly EventData[]): number =>
  events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);

/** The two are the same where nobody uses the transactions of old servers. */
const positionAt = (commit: bigint) => ({ commit, prepare: commit });

async function within<T>(ms: number, work: Promise<T>, onLate: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new EngineError('deadline-exceeded'));
      onLate();
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw engineError(error);
  } finally {
    clearTimeout(timer);
  }
}

/** Links are asked for as they are; an event of others may hold JSON, which the client has parsed. */
function eventIn({ event }: AllStreamResolvedEvent | ResolvedEvent): EngineEvent[] {
  if (!event) return [];
  const { id, type, streamId, revision, position, metadata } = event;
  if (!position) throw new EngineError('position-missing');
  return [
    {
      ...{ id, type, stream: streamId, revision, commit: position.commit },
      data: event.isJson ? Buffer.from(JSON.stringify(event.data)) : event.data,
      metadata: metadataAsWritten(metadata),
    },
  ];
}
