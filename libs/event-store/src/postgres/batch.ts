import { byteaArray, int4Array, textArray, uuidArray } from './binary-array.ts';
import { positionOf } from '../position.ts';
import type { StoredEvent } from '../event-store.ts';
import type { PendingAppend } from './pending-append.ts';

export {
  MAX_TOGETHER_BYTES as MAX_BATCH_BYTES,
  MAX_TOGETHER_EVENTS as MAX_BATCH_EVENTS,
} from '../event-store.ts';

/** What the engine answers to one append of a batch; see `log.append` in schema.sql. */
export type Written = { readonly revision: number; readonly place: bigint } | 'refused';

/** Arguments of `log.append`. */
export function batchParameters(batch: readonly PendingAppend[]): Buffer[] {
  const events = batch.flatMap(({ events }) => events);
  return [
    textArray(batch.map(({ stream }) => stream)),
    int4Array(batch.map(({ expected }) => expectedNumber(expected))),
    int4Array(endsOf(batch)),
    int4Array(batch.flatMap(({ events }, append) => events.map(() => append + 1))),
    int4Array(batch.flatMap(({ events }) => events.map((_, nth) => nth + 1))),
    uuidArray(events.map(({ id }) => id)),
    textArray(events.map(({ type }) => type)),
    byteaArray(events.map(({ data }) => data)),
    byteaArray(events.map(({ metadata }) => metadata)),
  ];
}

export function batchAnswers(
  batch: readonly PendingAppend[],
  head: bigint,
  lasts: readonly (number | null)[],
): Written[] {
  const ends = endsOf(batch);
  return batch.map(({ events }, n) => {
    const last = lasts[n] ?? null;
    return last === null
      ? 'refused'
      : { revision: last + events.length, place: head + BigInt(ends[n]!) };
  });
}

/** What stands in the log now, of a batch that was written. */
export function storedBy(
  log: string,
  batch: readonly PendingAppend[],
  written: readonly Written[],
): StoredEvent[] {
  return batch.flatMap(({ stream, events }, n) => {
    const last = written[n]!;
    if (last === 'refused') return [];
    return events.map((event, nth) => {
      const back = events.length - 1 - nth;
      const position = positionOf(log, last.place - BigInt(back));
      return { ...event, stream, revision: last.revision - back, position };
    });
  });
}

function endsOf(batch: readonly PendingAppend[]): number[] {
  let end = 0;
  return batch.map(({ events }) => (end += events.length));
}

const expectedNumber = (expected: PendingAppend['expected']): number | null =>
  expected === 'any' ? null : expected === 'none' ? -1 : expected;
