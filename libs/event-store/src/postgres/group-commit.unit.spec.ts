import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventsData } from '../conformance/index.ts';
import { NotSent } from './failures.ts';
import { GroupCommit } from './group-commit.ts';
import type { AppendResult } from '../event-store.ts';
import type { Written } from './batch.ts';
import type { PendingAppend } from './pending-append.ts';

type Write = (batch: readonly PendingAppend[]) => Promise<Written[]>;

const stored: Written = { revision: 0, place: 1n };
const storesAll: Write = (batch) => Promise.resolve(batch.map(() => stored));
const refusedByServer = () =>
  Object.assign(new pg.DatabaseError('no', 0, 'error'), { severity: 'ERROR' });
const connectionLost = () => new Error('Connection terminated unexpectedly');

/** A group commit over a scripted engine; the last step of the script goes on for ever. */
function commitOver(...script: Write[]) {
  const batches: string[][] = [];
  const commit = new GroupCommit({
    write: (batch) => {
      batches.push(batch.map(({ stream }) => stream));
      return (script.length > 1 ? script.shift()! : script[0]!)(batch);
    },
    answer: (_, written) =>
      Promise.resolve({ revision: written === 'refused' ? -1 : written.revision, position: 'p:1' }),
    onRetry: () => {},
  });
  const append = (stream: string, { within = 5_000, bytes = 100, events = 1 } = {}) =>
    new Promise<AppendResult>((resolve, reject) => {
      commit.add({
        ...{ stream, events: eventsData(events), expected: 'none', bytes, resolve, reject },
        ...{ deadline: performance.now() + within, maybeStored: false, alone: false },
      });
    });
  return { append, batches, commit };
}

describe('group commit', () => {
  it('writes together what waits together', async () => {
    const { append, batches } = commitOver(storesAll);
    await Promise.all(['a', 'b', 'c'].map((stream) => append(stream)));
    expect(batches).toEqual([['a', 'b', 'c']]);
  });

  it('never has two appends of one stream on their way, and keeps their order', async () => {
    const { append, batches } = commitOver(async (batch) => {
      await turn();
      return storesAll(batch);
    });
    const order: number[] = [];
    await Promise.all(
      ['a', 'a', 'a', 'b'].map((stream, i) => append(stream).then(() => order.push(i))),
    );
    expect(batches).toEqual([['a', 'b'], ['a'], ['a']]);
    expect(order.filter((i) => i < 3)).toEqual([0, 1, 2]);
  });

  it('bounds a batch by bytes and by events', async () => {
    const { append, batches } = commitOver(storesAll);
    await Promise.all(['a', 'b', 'c'].map((s) => append(s, { bytes: 3 * 1024 * 1024 })));
    await Promise.all(['a', 'b', 'c'].map((s) => append(s, { events: 600 })));
    expect(batches).toEqual(['a', 'b', 'c', 'a', 'b', 'c'].map((stream) => [stream]));
  });

  it('lets a batch that failed go one by one, and refuses only what fails by itself', async () => {
    const poison: Write = (batch) =>
      batch.some(({ stream }) => stream === 'b')
        ? Promise.reject(refusedByServer())
        : storesAll(batch);
    const { append, batches } = commitOver(poison);
    const answers = await Promise.allSettled(['a', 'b', 'c'].map((stream) => append(stream)));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(answers[1]).toMatchObject({ reason: { code: 'STORE_UNAVAILABLE' } });
    expect(batches).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('repeats all who waited when the answer was lost', async () => {
    const { append, batches } = commitOver(() => Promise.reject(connectionLost()), storesAll);
    await Promise.all(['a', 'b'].map((stream) => append(stream)));
    expect(batches).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('says that it does not know when no repetition was answered', async () => {
    const { append } = commitOver(() => Promise.reject(connectionLost()));
    const answers = await Promise.allSettled(['a', 'b'].map((s) => append(s, { within: 60 })));
    for (const answer of answers)
      expect(answer).toMatchObject({ reason: { code: 'APPEND_AMBIGUOUS' } });
  });

  it('does not call certain what a lost answer before made uncertain', async () => {
    const { append } = commitOver(
      () => Promise.reject(connectionLost()),
      () => Promise.reject(refusedByServer()),
    );
    await expect(append('a')).rejects.toMatchObject({ code: 'APPEND_AMBIGUOUS' });
  });

  it('says for certain that nothing is stored when nothing was ever sent', async () => {
    const { append } = commitOver(() => Promise.reject(new NotSent('no connection')));
    await expect(append('a', { within: 60 })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('answers all who wait when it is closed', async () => {
    const { append, commit } = commitOver(storesAll);
    const waiting = append('a');
    commit.close();
    await expect(waiting).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
